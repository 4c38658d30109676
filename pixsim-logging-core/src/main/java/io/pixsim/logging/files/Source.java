package io.pixsim.logging.files;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A file's place in the merge: where its next event stands in time. It is opened when its turn has come, so only files
 * whose times overlap are open together.
 */
final class Source implements Closeable {

    private final LogFile file;
    private final int order;
    private Instant time;
    private @Nullable FileEvents events;
    private @Nullable LoggedEvent head;

    /** A file that was not opened yet, none of whose events comes before a time in the order asked for. */
    Source(LogFile file, int order, Instant time) {
        this.file = file;
        this.order = order;
        this.time = time;
    }

    /** Before which time, or after which, no event of a file is. */
    static Instant bound(LogFile file, boolean newestFirst) throws IOException {
        if (newestFirst) {
            Instant first = firstTime(file);
            return first.isAfter(file.written()) ? Instant.MAX : file.written();
        }
        return firstTime(file);
    }

    /** What the first line tells; the beginning of time when it tells none. */
    private static Instant firstTime(LogFile file) throws IOException {
        try (Lines lines = file.forward()) {
            return lines.next()
                    ? LoggedEvent.parse(LineText.of(lines))
                            .filter(LoggedEvent::isJson)
                            .flatMap(LoggedEvent::timestamp)
                            .orElse(Instant.MIN)
                    : Instant.MIN;
        }
    }

    boolean isOpen() {
        return events != null;
    }

    /** Opens the file and goes to its first event; false when it has none. */
    boolean open(LogQuery query, ZoneId zone) throws IOException {
        events = new FileEvents(file, query, zone);
        return advance();
    }

    /** Goes to the next event; false at the end. One without a time stands beside the one before it. */
    boolean advance() throws IOException {
        head = Objects.requireNonNull(events, "not open").next();
        if (head == null) {
            return false;
        }
        time = head.timestamp().orElse(time);
        return true;
    }

    LoggedEvent head() {
        return Objects.requireNonNull(head, "no event");
    }

    Instant time() {
        return time;
    }

    int order() {
        return order;
    }

    long skipped() {
        return events == null ? 0 : events.skipped();
    }

    @Override
    public void close() throws IOException {
        if (events != null) {
            events.close();
        }
    }
}
