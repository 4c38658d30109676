package io.pixsim.logging.sink;

import java.util.Optional;
import java.util.function.Function;

import io.pixsim.logging.diagnostics.Diagnostics;

/**
 * How a {@link SinkProvider} reads settings of its own, as the front door reads its: from a system property of that name, or
 * of its usual Java spelling ({@code pixsim.log.level}), else from the environment. What may not be read is not set. A value
 * that can't be taken is told in one line, once. Safe for use by many threads; never throws, unless {@code parse} does.
 */
@FunctionalInterface
public interface SettingLookup {

    /** Where nothing is set. */
    SettingLookup NONE = name -> Optional.empty();

    /**
     * A setting's text without the blanks around it.
     *
     * @param name the variable, such as {@code PIXSIM_LOG_DB_TABLE}
     * @return empty when it is absent or blank
     */
    Optional<String> text(String name);

    /**
     * What a setting's text means.
     *
     * @param name the variable
     * @param parse empty when the text is not allowed
     * @param allowed what is, in words
     * @param instead what is done when it is wrong, in words
     * @param <T> what it means
     * @return empty when it is absent, blank or wrong
     */
    default <T> Optional<T> find(String name, Function<String, Optional<T>> parse, String allowed, String instead) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(parse);
        if (text.isPresent() && value.isEmpty()) {
            tell(name + " is '" + shown(text.get()) + "', which is not " + allowed + "; taking " + instead);
        }
        return value;
    }

    /**
     * As {@link #find}, for what must not be shown even when it is wrong.
     *
     * @param name the variable
     * @param parse empty when the text is not allowed
     * @param allowed what is, in words
     * @param instead what is done when it is wrong, in words
     * @param <T> what it means
     * @return empty when it is absent, blank or wrong
     */
    default <T> Optional<T> secret(String name, Function<String, Optional<T>> parse, String allowed, String instead) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(parse);
        if (text.isPresent() && value.isEmpty()) {
            tell(name + " is '***', which is not " + allowed + "; taking " + instead);
        }
        return value;
    }

    /**
     * Tells of one item of a list that can't be taken.
     *
     * @param name the variable
     * @param item what is wrong
     * @param allowed what would not be, in words
     */
    default void wrongItem(String name, String item, String allowed) {
        tell(name + " has '" + shown(item) + "', which is not " + allowed + "; leaving it out");
    }

    /**
     * Says what is wrong with a setting.
     *
     * @param message one line; must hold no secret
     */
    default void tell(String message) {
        Diagnostics.shared().setting(message);
    }

    /** What is shown of a wrong value: not the credentials that a URL may carry, and not all of a long one. */
    private static String shown(String value) {
        String safe = value.replaceAll("^([A-Za-z]+://)?.*@", "$1***@").replaceAll("[?].*", "?***");
        int most = 60;
        return safe.length() <= most ? safe : safe.substring(0, most) + "…";
    }
}
