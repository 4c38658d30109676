package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;

import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.http.endpoint.Event;
import io.pixsim.logging.http.endpoint.Patience;
import io.pixsim.logging.http.queue.BatchLimits;
import io.pixsim.logging.http.transport.OkHttpTransport;
import io.pixsim.logging.http.transport.Transport;

/** Forwarders to endpoints of the tests, and what is asked of all of them. */
final class Forwarders {

    static final Duration LONG = Patience.LONG;
    static final Duration NONE = Duration.ZERO;

    private static final Duration CALL_TIMEOUT = Patience.LONG;

    private Forwarders() {}

    /** Gathers up to ten events, or for an hour. */
    static Forwarder gathering(String url) {
        return with(url, new ForwarderSettings(new BatchLimits(10, 1 << 20), Duration.ofHours(1), 100_000, 8 << 20));
    }

    /** The same, where no time ever passes. */
    static Forwarder gatheringForEver(String url) {
        ForwarderSettings settings =
                new ForwarderSettings(new BatchLimits(10, 1 << 20), Duration.ofHours(1), 100_000, 8 << 20);
        Clocks stopped = new Clocks(InstantSource.system(), () -> 0);
        return new Forwarder(settings, List.of(transport(url)), Reporter.SILENT, stopped);
    }

    static Forwarder with(String url, ForwarderSettings settings) {
        return new Forwarder(settings, transport(url));
    }

    static Transport transport(String url) {
        return new OkHttpTransport(url, null, CALL_TIMEOUT);
    }

    static ForwarderSettings settings(int batchSize, int queueEvents) {
        return new ForwarderSettings(new BatchLimits(batchSize, 1 << 20), Duration.ofMillis(1), queueEvents, 8 << 20);
    }

    static void offer(Forwarder forwarder, long from, long to) {
        LongStream.range(from, to).forEach(seq -> forwarder.offer(Event.good(seq), false));
    }

    static List<Long> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    static void assertBalanced(DeliveryStats stats) {
        assertThat(stats.accepted())
                .isEqualTo(stats.delivered()
                        + stats.pending()
                        + stats.spooled()
                        + stats.deadLettered()
                        + stats.droppedTotal());
    }
}
