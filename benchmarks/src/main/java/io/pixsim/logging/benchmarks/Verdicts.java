package io.pixsim.logging.benchmarks;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What each encoder's line holds of each kind of event, read before anything is timed. */
final class Verdicts {

    private final Map<Peer, Map<EventKind, Verdict>> all = new EnumMap<>(Peer.class);

    static Verdicts of(List<Peer> peers) {
        Verdicts verdicts = new Verdicts();
        for (Peer peer : peers) {
            Encoding encoding = peer.encoding();
            Map<EventKind, Verdict> each = new EnumMap<>(EventKind.class);
            Arrays.stream(EventKind.values()).forEach(kind -> each.put(kind, verdict(encoding, kind)));
            verdicts.all.put(peer, each);
        }
        verdicts.requireComplete(Peer.PIXSIM);
        verdicts.requireComplete(Peer.BOUND);
        return verdicts;
    }

    /** Takes in what another JVM found out about a peer that can't run in this one. */
    void add(Peer peer, Verdict verdict) {
        all.put(peer, Map.of(EventKind.PIPELINE, verdict));
    }

    Verdict of(Peer peer, EventKind kind) {
        Peer encoder = peer.isOurs() ? Peer.PIXSIM : peer;
        Verdict verdict = all.getOrDefault(encoder, Map.of()).get(kind);
        return verdict == null ? new Verdict(List.of("not checked"), List.of()) : verdict;
    }

    private static Verdict verdict(Encoding encoding, EventKind kind) {
        Event event = kind.make(7);
        encoding.prepare(new Event[] {event});
        return FieldCheck.check(event, encoding.encode(0));
    }

    /** Who lacks something can't be the measure of others. */
    private void requireComplete(Peer peer) {
        all.getOrDefault(peer, Map.of()).forEach((kind, verdict) -> {
            if (!verdict.complete()) {
                throw new IllegalStateException(peer + " " + kind + ": " + verdict.note());
            }
        });
    }
}
