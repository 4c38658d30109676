package io.pixsim.logging.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final List<Stage> OF_LIBRARY = List.of(Stage.JOB_END, Stage.LOG_LOSS);

    private static final Map<String, Stage> BY_NAME = Stream.concat(ALL.stream(), OF_LIBRARY.stream())
            .collect(Collectors.toUnmodifiableMap(Stage::getName, Function.identity()));

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
     * Stages of events that the library writes itself. No job goes through them.
     *
     * @return an immutable list
     */
    public static List<Stage> ofLibrary() {
        return OF_LIBRARY;
    }

    /** Whether a job goes through a stage of that name. */
    static boolean isOfTaxonomy(String name) {
        Stage stage = BY_NAME.get(name);
        return stage != null && !OF_LIBRARY.contains(stage);
    }

    /**
     * The taxonomy's stage of a name, or the library's own.
     *
     * @param name the exact name
     * @return the stage, or null when there is none of that name
     */
    public static @Nullable Stage find(String name) {
        return BY_NAME.get(name);
    }
}
