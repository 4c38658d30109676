package io.pixsim.logging.http;

import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.http.delivery.ForwarderSettings;
import io.pixsim.logging.http.spool.SpoolSettings;
import org.jspecify.annotations.Nullable;

/** What an appender is told about where events wait and where refused ones go. Texts are read when it starts. */
final class StorageSettings {

    private @Nullable String folder;
    private long bytes = SpoolSettings.DEFAULT_BYTES;
    private @Nullable String age;
    private @Nullable String deadLetters;
    private @Nullable String deadline;

    void folder(String text) {
        folder = text;
    }

    void bytes(long most) {
        bytes = most;
    }

    void age(String text) {
        age = text;
    }

    void deadLetters(String text) {
        deadLetters = text;
    }

    void deadline(String text) {
        deadline = text;
    }

    /**
     * The settings with these added.
     *
     * @throws IllegalArgumentException when one is wrong; tells which
     */
    ForwarderSettings applyTo(ForwarderSettings settings) {
        return settings.withSpool(spool())
                .withDeadLetters(isBlank(deadLetters) ? null : Path.of(deadLetters))
                .withDeadline(deadline == null ? Duration.ZERO : Interval.parse("deliveryDeadline", deadline));
    }

    private @Nullable SpoolSettings spool() {
        if (isBlank(folder)) {
            return null;
        }
        Duration kept = age == null ? SpoolSettings.DEFAULT_AGE : Interval.parse("spoolAge", age);
        return new SpoolSettings(Path.of(folder), bytes, kept);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
