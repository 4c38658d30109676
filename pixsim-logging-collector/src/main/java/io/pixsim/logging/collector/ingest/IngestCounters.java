package io.pixsim.logging.collector.ingest;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** What a request brought is durable. What came again in it counts neither for its client nor as repaired once more. */
    void answered(IngestAnswer answer, Collection<LogEntry> news, long now) {
        stored.add(news.size());
        repeated.add(answer.repeated());
        rejected.add(answer.rejected().size());
        repaired.add(repairedOnce(answer));
        Map<String, Sent> bySender = new HashMap<>();
        news.forEach(entry -> Sent.add(bySender, entry));
        clients.sent(bySender, now);
    }

    private static long repairedOnce(IngestAnswer answer) {
        Set<Integer> others = new HashSet<>(answer.repeats());
        answer.rejected().forEach(remark -> others.add(remark.index()));
        return answer.repaired().stream()
                .filter(remark -> !others.contains(remark.index()))
                .count();
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
