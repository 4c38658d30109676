package io.pixsim.logging.http;

import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.http.delivery.ForwarderSettings;
import io.pixsim.logging.http.spool.SpoolSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@link HttpAppender} that say where events wait and where refused ones go. Public because Joran sets
 * nothing on a class whose setters are inherited from one that it can't see; extended here only.
 */
public abstract class StoringAppender extends EncodingAppender {

    private @Nullable String folder;
    private long bytes = SpoolSettings.DEFAULT_BYTES;
    private @Nullable String age;
    private @Nullable String deadLetters;
    private @Nullable String deadline;

    StoringAppender() {}

    /**
     * A folder where events wait until they are delivered, so that they outlive outages and the process, whatever ends it.
     * Several processes may share it. Refused events are written to {@code dead-letters.jsonl} in it. Default none: events
     * wait in memory.
     *
     * @param folder the folder; made when it is missing
     */
    public void setSpoolDir(String folder) {
        this.folder = folder;
    }

    /**
     * The most bytes of all events in {@code spoolDir}; beyond it the oldest are dropped and counted. Default 1 GiB.
     *
     * @param bytes at least 1 MiB
     */
    public void setSpoolBytes(long bytes) {
        this.bytes = bytes;
    }

    /**
     * How long events are kept in {@code spoolDir}; those that are older are dropped and counted. Default seven days.
     *
     * @param age {@code 12 hours}, {@code 7 days}; a bare number is seconds
     */
    public void setSpoolAge(String age) {
        this.age = age;
    }

    /**
     * A file for events that the endpoint refuses, one line of JSON for each, 32 MiB at the most. Default {@code
     * dead-letters.jsonl} in {@code spoolDir}; without either they are only counted.
     *
     * @param file the file
     */
    public void setDeadLetterFile(String file) {
        this.deadLetters = file;
    }

    /**
     * How long an event that can't be delivered is tried before it is dropped and counted. Default for as long as there is
     * room.
     *
     * @param deadline {@code 10 minutes}; a bare number is seconds
     */
    public void setDeliveryDeadline(String deadline) {
        this.deadline = deadline;
    }

    /**
     * The settings with these added.
     *
     * @throws IllegalArgumentException when one is wrong; tells which
     */
    ForwarderSettings stored(ForwarderSettings settings) {
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
