package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of lines that come in the order of the file or against it. What stands below a line for people belongs to
 * it; a line that belongs to nothing is counted.
 */
final class EventAssembly {

    private static final int MOST_BELOW = 2_000;

    private final LogFile file;
    private final Dates dates;
    private final boolean backwards;
    private final Deque<LoggedEvent> ready = new ArrayDeque<>(2);
    private final Deque<String> below = new ArrayDeque<>();
    private @Nullable String headText;
    private @Nullable ConsoleLine head;
    private long skipped;

    EventAssembly(LogFile file, Dates dates, boolean backwards) {
        this.file = file;
        this.dates = dates;
        this.backwards = backwards;
    }

    @Nullable
    LoggedEvent poll() {
        return ready.poll();
    }

    long skipped() {
        return skipped;
    }

    /** Takes a line that begins like JSON; one without a line feed counts if it is whole. */
    void json(byte[] line) throws IOException {
        endOfEvent();
        Map<String, @Nullable Object> fields;
        try {
            fields = JsonReader.readObject(line);
        } catch (IOException e) {
            skipped++;
            return;
        }
        LoggedEvent event = LoggedEvent.ofJson(file.path(), new String(line, StandardCharsets.UTF_8), fields);
        event.timestamp().ifPresent(dates::see);
        ready.add(event);
    }

    /** Takes any other line. */
    void text(String line, boolean finished) throws IOException {
        if (line.isBlank()) {
            return;
        }
        if (!finished) {
            skipped++;
            return;
        }
        ConsoleLine read = ConsoleLine.read(line);
        if (read == null) {
            addBelow(line);
        } else if (backwards) {
            ready.add(event(read, line));
        } else {
            endOfEvent();
            head = read;
            headText = line;
        }
    }

    /** Says that what comes next belongs to nothing before. */
    void endOfEvent() throws IOException {
        if (head != null && headText != null) {
            ready.add(event(head, headText));
            head = null;
        }
        skipped += below.size();
        below.clear();
    }

    private void addBelow(String line) {
        boolean belongs = backwards || head != null;
        if (!belongs || below.size() >= MOST_BELOW) {
            skipped++;
        } else if (backwards) {
            below.addFirst(line);
        } else {
            below.addLast(line);
        }
    }

    private LoggedEvent event(ConsoleLine line, String text) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(line.fields());
        StringBuilder whole = new StringBuilder(text);
        for (String more : below) {
            ConsoleLine.pairsBelow(more).forEach(fields::putIfAbsent);
            whole.append('\n').append(more);
        }
        below.clear();
        return LoggedEvent.ofConsole(file.path(), whole.toString(), fields, dates.of(line));
    }
}
