package io.pixsim.logging.http.delivery;

import static io.pixsim.logging.http.delivery.Forwarders.LONG;
import static io.pixsim.logging.http.delivery.Forwarders.assertBalanced;
import static io.pixsim.logging.http.delivery.Forwarders.numbers;
import static io.pixsim.logging.http.delivery.Forwarders.offer;
import static io.pixsim.logging.http.delivery.Forwarders.settings;
import static io.pixsim.logging.http.delivery.Forwarders.transport;
import static io.pixsim.logging.http.delivery.Forwarders.with;
import static io.pixsim.logging.http.endpoint.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.spool.SpoolSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sets the time of day while an outage lasts: what is tried, and for how long, must not change by that. */
class ClockJumpTest {

    private static final Duration DEADLINE = Duration.ofHours(1);

    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.now());
    private final AtomicLong nanos = new AtomicLong();
    private final Endpoint endpoint = Endpoint.start(Behaviour.always(Reply.status(503)));

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3650, -1, 1, 3650})
    void whatWaitsInMemoryIsNeitherExpiredNorForgotten(long days) {
        Forwarder forwarder = forwarder(settings(10, 1000).withDeadline(DEADLINE), System::nanoTime);
        offer(forwarder, 0, 100);
        await().until(() -> forwarder.stats().retries() >= 1);

        jump(days);
        long before = forwarder.stats().retries();
        await().until(() -> forwarder.stats().retries() >= before + 2);
        endpoint.behave(Behaviour.storing());
        forwarder.flush(LONG);

        assertThat(endpoint.stored()).isEqualTo(numbers(0, 100));
        assertNothingIsLost(forwarder);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3650, -1, 1, 3650})
    void whatWaitsOnDiskIsNeitherExpiredNorForgotten(long days) {
        SpoolSettings hours = new SpoolSettings(folder, SpoolSettings.DEFAULT_BYTES, Duration.ofHours(20));
        Forwarder forwarder = forwarder(settings(10, 1000).withSpool(hours), System::nanoTime);
        offer(forwarder, 0, 100);
        await().until(() -> forwarder.stats().spooled() == 100);

        jump(days);
        leaveOneBehind(100);
        // Which is found when the folder is looked after, and that is when what is too old is dropped.
        await().until(() -> forwarder.stats().accepted() == 101);
        endpoint.behave(Behaviour.storing());
        await().until(() -> forwarder.stats().delivered() == 101);

        assertThat(endpoint.stored()).containsExactlyInAnyOrderElementsOf(numbers(0, 101));
        assertNothingIsLost(forwarder);
    }

    private void leaveOneBehind(long number) {
        Forwarder other = with(endpoint.url(), settings(10, 1000).withSpool(SpoolSettings.in(folder)));
        offer(other, number, number + 1);
        await().until(() -> other.stats().spooled() == 1);
        other.close(Duration.ZERO);
    }

    @Test
    void theDeadlineComesWithTheTimeThatPassesThoughTheClockIsSetBack() {
        Forwarder forwarder = forwarder(settings(10, 1000).withDeadline(DEADLINE), nanos::get);
        offer(forwarder, 0, 5);
        await().until(() -> forwarder.stats().retries() >= 1);

        jump(-1);

        await().until(() -> {
            passDeadline(forwarder); // each batch has its own, from its first try on
            return forwarder.stats().dropped().equals(Map.of(DropReason.EXPIRED, 5L));
        });
        assertBalanced(forwarder.stats());
        forwarder.close(Duration.ZERO);
    }

    private void passDeadline(Forwarder forwarder) {
        nanos.addAndGet(DEADLINE.toNanos() + 1);
        forwarder.hurry();
    }

    private void jump(long days) {
        wall.updateAndGet(now -> now.plus(Duration.ofDays(days)));
    }

    private Forwarder forwarder(ForwarderSettings settings, LongSupplier passing) {
        return new Forwarder(
                settings, List.of(transport(endpoint.url())), Reporter.SILENT, new Clocks(wall::get, passing));
    }

    private static void assertNothingIsLost(Forwarder forwarder) {
        assertThat(List.copyOf(forwarder.stats().dropped().keySet())).isEmpty();
        assertBalanced(forwarder.stats());
        forwarder.close(LONG);
    }
}
