package io.pixsim.logging.collector.ingest;

import java.util.Map;
import java.util.TreeMap;

/** A client, as {@link Clients} knows it. For who holds their lock. */
final class Client {

    private final String service;
    private final Map<String, Long> lost = new TreeMap<>();
    private long events;
    private long lastSeen;
    private long lastEvent;
    private long lag;
    private long mostLag = Long.MIN_VALUE;

    Client(String service) {
        this.service = service;
    }

    void sent(Sent sent, long now) {
        events += sent.events();
        lastSeen = now;
        lastEvent = sent.newest();
        lag = now - lastEvent;
        mostLag = Math.max(mostLag, lag);
        sent.lost().forEach((reason, count) -> lost.merge(reason, count, Long::sum));
    }

    ClientState state() {
        return new ClientState(service, events, lastSeen, lastEvent, lag, mostLag, sum(false), sum(true), lost);
    }

    private long sum(boolean dropped) {
        return lost.entrySet().stream()
                .filter(reason -> LossLedger.isDrop(reason.getKey()) == dropped)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
