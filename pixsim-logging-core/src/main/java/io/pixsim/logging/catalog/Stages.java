package io.pixsim.logging.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The stage taxonomy, as a whole: the eight stages that a job goes through. */
public final class Stages {

    private static final List<Stage> ALL = List.of(
            Stage.PIPELINE_START,
            Stage.PIPELINE_ARTIFACT,
            Stage.PROVIDER_MAP_PARAMS,
            Stage.PROVIDER_SUBMIT,
            Stage.PROVIDER_STATUS,
            Stage.PROVIDER_COMPLETE,
            Stage.PROVIDER_ERROR,
            Stage.RETRY_DECISION);

    private static final Map<String, Stage> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Stage::getName, Function.identity()));

    private Stages() {}

    /**
     * The taxonomy, in the order in which a job goes through it.
     *
     * @return an immutable list
     */
    public static List<Stage> all() {
        return ALL;
    }

    /**
     * The taxonomy's stage of a name.
     *
     * @param name the exact name
     * @return the stage, or null when the taxonomy has none of that name
     */
    public static @Nullable Stage find(String name) {
        return BY_NAME.get(name);
    }
}
