package io.pixsim.logging.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * Losses by reason and stage. Few, and looked up without making anything; beyond 64 pairs the stage is left out. Guarded
 * by its owner.
 */
final class LossTable {

    private static final int MAX = 64;

    private final List<Entry> entries = new ArrayList<>(2);

    void add(SuppressReason reason, @Nullable String stage, long events) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.reason == reason && Objects.equals(entry.stage, stage)) {
                entry.events += events;
                return;
            }
        }
        if (entries.size() >= MAX && stage != null) {
            add(reason, null, events);
        } else {
            entries.add(new Entry(reason, stage, events));
        }
    }

    void addTo(LossTable other) {
        entries.forEach(entry -> other.add(entry.reason, entry.stage, entry.events));
    }

    void addTo(Map<LossKey, Long> sums) {
        for (Entry entry : entries) {
            if (entry.events > 0) {
                sums.merge(new LossKey(entry.reason, entry.stage), entry.events, Long::sum);
            }
        }
    }

    private static final class Entry {

        private final SuppressReason reason;
        private final @Nullable String stage;
        private long events;

        Entry(SuppressReason reason, @Nullable String stage, long events) {
            this.reason = reason;
            this.stage = stage;
            this.events = events;
        }
    }
}
