package io.pixsim.logging;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.gate.RuleText;
import io.pixsim.logging.sink.SettingLookup;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings by name: from a system property of that name, or of its usual Java spelling ({@code pixsim.log.level}),
 * else from the environment. A value that can't be read is told in one line, and the default taken.
 */
final class Environment implements SettingLookup {

    private final Function<String, @Nullable String> properties;
    private final Function<String, @Nullable String> variables;
    private final Diagnostics diagnostics;

    Environment(
            Function<String, @Nullable String> properties,
            Function<String, @Nullable String> variables,
            Diagnostics diagnostics) {
        this.properties = properties;
        this.variables = variables;
        this.diagnostics = diagnostics;
    }

    static Environment ofProcess() {
        return new Environment(
                name -> permitted(System::getProperty, name),
                name -> permitted(System::getenv, name),
                Diagnostics.shared());
    }

    /**
     * A setting.
     *
     * @param name the variable
     * @param parse empty when the text is not allowed
     * @param allowed what is, in words
     * @param fallback taken when the setting is absent, blank or wrong
     */
    <T> T read(String name, Function<String, Optional<T>> parse, String allowed, T fallback) {
        return find(name, parse, allowed, asSet(fallback)).orElse(fallback);
    }

    /** A value as an operator would write it. */
    private static String asSet(Object value) {
        return value instanceof Duration time ? RuleText.ofSeconds(time) : String.valueOf(value);
    }

    /** Tells that a setting can't be taken whose text is nobody's business. */
    void wrongSecret(String name, String allowed, String instead) {
        tell(name + " is not " + allowed + "; taking " + instead);
    }

    @Override
    public void tell(String message) {
        diagnostics.setting(message);
    }

    @Override
    public Optional<String> text(String name) {
        return first(name, Environment::present);
    }

    /** As {@link #text}, for a setting whose being blank means something: then the text is. */
    Optional<String> given(String name) {
        return first(name, text -> Optional.ofNullable(text).map(String::strip));
    }

    private Optional<String> first(String name, Function<@Nullable String, Optional<String>> read) {
        String dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return read.apply(properties.apply(name))
                .or(() -> read.apply(properties.apply(dotted)))
                .or(() -> read.apply(variables.apply(name)));
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static @Nullable String permitted(Function<String, @Nullable String> read, String name) {
        try {
            return read.apply(name);
        } catch (SecurityException e) { // what may not be read is not set
            return null;
        }
    }
}
