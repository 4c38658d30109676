package io.pixsim.logging.collector.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.ingest.IngestAnswer.Remark;
import io.pixsim.logging.collector.ingest.body.Row;
import io.pixsim.logging.collector.ingest.body.RowSink;
import io.pixsim.logging.collector.store.Appended;
import org.jspecify.annotations.Nullable;

/** What becomes of the rows of one request: redacted, sorted into columns, or reported. For one thread. */
final class Intake implements RowSink {

    private final Redaction redaction;
    private final Clock clock;
    private final List<LogEntry> entries = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<Remark> rejected = new ArrayList<>();
    private final List<Remark> repaired = new ArrayList<>();
    private int rows;

    Intake(Redaction redaction, Clock clock) {
        this.redaction = redaction;
        this.clock = clock;
    }

    @Override
    public void take(Row row) {
        int index = rows++;
        Map<String, @Nullable Object> event = row.event();
        if (event == null) {
            rejected.add(new Remark(index, String.valueOf(row.reason())));
            return;
        }
        Object uid = uid(event);
        Made made = EntryMaker.make(redaction.redact(event), uid == null ? null : uid.toString(), clock);
        entries.add(made.entry());
        places.add(index);
        if (!made.repairs().isEmpty()) {
            repaired.add(new Remark(index, String.join("; ", made.repairs())));
        }
    }

    /** Takes it out, also of what is flattened later. */
    private static @Nullable Object uid(Map<String, @Nullable Object> event) {
        Object uid = event.remove(Wire.EVENT_UID);
        return uid == null && event.get(EntryMaker.EXTRA) instanceof Map<?, ?> more ? more.remove(Wire.EVENT_UID) : uid;
    }

    int rows() {
        return rows;
    }

    /** All of them, to be stored. */
    List<LogEntry> entries() {
        return entries;
    }

    /** Those that are in the store by this request. */
    List<LogEntry> news(Appended stored) {
        Set<Integer> others = new HashSet<>(stored.repeats());
        stored.refused().forEach(refused -> others.add(refused.index()));
        if (others.isEmpty()) {
            return entries;
        }
        return IntStream.range(0, entries.size())
                .filter(index -> !others.contains(index))
                .mapToObj(entries::get)
                .toList();
    }

    IngestAnswer answer(Appended stored) {
        stored.refused().forEach(refused -> rejected.add(new Remark(places.get(refused.index()), refused.reason())));
        int count = entries.size() - stored.refused().size();
        List<Integer> repeats = stored.repeats().stream().map(places::get).toList();
        return new IngestAnswer(stored.firstId(), rows, count, repeats, rejected, repaired);
    }
}
