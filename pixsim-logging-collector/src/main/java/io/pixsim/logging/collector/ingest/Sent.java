package io.pixsim.logging.collector.ingest;

import java.util.HashMap;
import java.util.Map;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;

/** What one service sent in one request. For one thread. */
final class Sent {

    private final Map<String, Long> lost = new HashMap<>();
    private long events;
    private long newest;

    /** What each service of a request sent. */
    static void add(Map<String, Sent> bySender, LogEntry entry) {
        Object service = entry.get(Column.SERVICE);
        Sent sent = bySender.computeIfAbsent(String.valueOf(service), name -> new Sent());
        sent.events++;
        sent.newest = Math.max(sent.newest, entry.micros());
        LossLedger.read(entry).forEach((reason, count) -> sent.lost.merge(reason, count, Long::sum));
    }

    long events() {
        return events;
    }

    long newest() {
        return newest;
    }

    Map<String, Long> lost() {
        return lost;
    }
}
