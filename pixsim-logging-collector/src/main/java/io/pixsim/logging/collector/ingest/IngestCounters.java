package io.pixsim.logging.collector.ingest;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

import io.pixsim.logging.collector.entry.LogEntry;

/** What came in since the start. Safe for use by many threads. */
public final class IngestCounters {

    private final Map<Format, LongAdder> received = adders(Format.class);
    private final Map<Refusal, LongAdder> refused = adders(Refusal.class);
    private final LongAdder stored = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder repaired = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final Clients clients = new Clients();

    /**
     * The counters at a moment. {@code received = stored + repeated + rejected}, and what was in a request that the store
     * refused.
     *
     * @param received events that were read, by format
     * @param stored events that were stored
     * @param repeated events that came again, and had been stored before
     * @param repaired events that were stored, and not as they came
     * @param rejected what was no event
     * @param refused requests that were refused as a whole, by reason
     * @param clients who sent; those that sent last come last
     */
    public record State(
            Map<Format, Long> received,
            long stored,
            long repeated,
            long repaired,
            long rejected,
            Map<Refusal, Long> refused,
            List<ClientState> clients) {

        /** Copies that nobody changes. */
        public State {
            received = new EnumMap<>(received);
            refused = new EnumMap<>(refused);
            clients = List.copyOf(clients);
        }
    }

    /** A request that brought events was refused as a whole. */
    public void refused(Refusal why) {
        adder(refused, why).increment();
    }

    void received(Format format, int events) {
        adder(received, format).add(events);
    }

    /** What a request brought is durable. Of one that is sent again as a whole, nothing counts for its client once more. */
    void answered(IngestAnswer answer, Collection<LogEntry> entries, long now) {
        stored.add(answer.count() - answer.repeated());
        repeated.add(answer.repeated());
        rejected.add(answer.rejected().size());
        if (answer.repeated() == answer.count()) {
            return;
        }
        repaired.add(answer.repaired().size());
        Map<String, Sent> bySender = new HashMap<>();
        entries.forEach(entry -> Sent.add(bySender, entry));
        clients.sent(bySender, now);
    }

    /** The counters now. */
    public State state() {
        return new State(
                sums(received),
                stored.sum(),
                repeated.sum(),
                repaired.sum(),
                rejected.sum(),
                sums(refused),
                clients.states());
    }

    private static <K extends Enum<K>> Map<K, LongAdder> adders(Class<K> keys) {
        Map<K, LongAdder> adders = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            adders.put(key, new LongAdder());
        }
        return adders;
    }

    private static <K extends Enum<K>> LongAdder adder(Map<K, LongAdder> adders, K key) {
        return Objects.requireNonNull(adders.get(key));
    }

    private static <K extends Enum<K>> Map<K, Long> sums(Map<K, LongAdder> adders) {
        Map<K, Long> sums = new TreeMap<>();
        adders.forEach((key, adder) -> sums.put(key, adder.sum()));
        return sums;
    }
}
