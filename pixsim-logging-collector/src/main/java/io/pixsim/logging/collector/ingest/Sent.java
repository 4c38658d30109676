package io.pixsim.logging.collector.ingest;

import java.util.HashMap;
import java.util.Map;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;

/** What one service sent in one request. For one thread. */
final class Sent {

    private static final int LONGEST_NAME = 150;

    private final Map<String, Long> lost = new HashMap<>();
    private long events;
    private long newest;

    /** What each service of a request sent. */
    static void add(Map<String, Sent> bySender, LogEntry entry) {
        Sent sent = bySender.computeIfAbsent(sender(entry), name -> new Sent());
        sent.events++;
        sent.newest = Math.max(sent.newest, entry.micros());
        LossLedger.read(entry).forEach((reason, count) -> sent.lost.merge(reason, count, Long::sum));
    }

    /** Nobody fills the memory with a name. */
    private static String sender(LogEntry entry) {
        String service = String.valueOf(entry.get(Column.SERVICE));
        return service.codePointCount(0, service.length()) <= LONGEST_NAME
                ? service
                : service.substring(0, service.offsetByCodePoints(0, LONGEST_NAME));
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
