package io.pixsim.logging.collector.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.ingest.body.BodyParser;
import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.ingest.body.Row;
import org.jspecify.annotations.Nullable;

/**
 * Entries of events that a client of ours has finished: clean and redacted.
 *
 * @param entries the entries
 * @param places the place of each among the events
 * @param refused the places of what is no event, ascending
 */
public record FinishedEvents(List<LogEntry> entries, List<Integer> places, List<Integer> refused) {

    /** A copy that nobody changes. */
    public FinishedEvents {
        entries = List.copyOf(entries);
        places = List.copyOf(places);
        refused = List.copyOf(refused);
    }

    /** Reads events, each a JSON object. */
    public static FinishedEvents read(List<byte[]> events, Clock clock) {
        BodyParser parser = new BodyParser(IngestLimits.standard());
        List<LogEntry> entries = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            byte[] bytes = events.get(i);
            Row row = parser.line(bytes, 0, bytes.length);
            Map<String, @Nullable Object> event = row.event();
            if (event == null) {
                refused.add(i);
                continue;
            }
            Object uid = event.remove(Wire.EVENT_UID);
            entries.add(EntryMaker.make(event, uid == null ? null : uid.toString(), clock)
                    .entry());
            places.add(i);
        }
        return new FinishedEvents(entries, places, refused);
    }
}
