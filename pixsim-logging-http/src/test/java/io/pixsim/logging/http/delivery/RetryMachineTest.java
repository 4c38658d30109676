package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Denied;
import io.pixsim.logging.http.transport.Outcome.Partial;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.Setback;
import io.pixsim.logging.http.transport.Outcome.TooLarge;
import io.pixsim.logging.http.transport.Outcome.Unstored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random endpoints with poisonous events and outages, on a clock that is moved by hand. */
class RetryMachineTest {

    private static final int BATCHES = 40;
    private static final int BATCH = 30;
    private static final long OUTAGE = TimeUnit.SECONDS.toNanos(7);
    private static final long OUTAGE_ENDS = TimeUnit.SECONDS.toNanos(60);

    private final Workload work = new Workload();
    private final Set<Long> poisonous = new HashSet<>();
    private final Set<Long> stored = new TreeSet<>();
    private final Set<Long> refused = new TreeSet<>();
    private long now;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void onlyPoisonousEventsAreGivenUpAndAllOthersAreStoredOnceSoonAfterTheOutage(long seed) {
        Random random = new Random(seed);
        for (int i = random.nextInt(6); i > 0; i--) {
            poisonous.add((long) random.nextInt(BATCHES * BATCH / 2));
        }
        RetrySchedule schedule = new RetrySchedule(random::nextDouble);
        int style = random.nextInt(4);
        int setbacks = 0;
        long added = 0;
        long lastStored = 0;

        for (int request = 0; request < 20_000 && stored.size() + refused.size() < BATCHES * BATCH; request++) {
            while (work.wantsMore() && added < BATCHES) {
                work.add(batch(added++ * BATCH), now);
            }
            Piece piece = work.send();
            Outcome outcome = answer(piece.batch(), style, random);
            book(work.settle(piece, outcome));
            if (outcome instanceof Setback || (outcome instanceof Rejected && work.looksLikeOutage())) {
                now += schedule.pauseNanos(++setbacks, Duration.ZERO, 0, false);
            } else {
                setbacks = 0;
                now += TimeUnit.MILLISECONDS.toNanos(1);
                lastStored = now;
            }
        }

        assertThat(poisonous).containsAll(refused);
        assertThat(stored)
                .containsAll(LongStream.range(0, BATCHES * BATCH)
                        .filter(number -> !poisonous.contains(number))
                        .boxed()
                        .toList());
        assertThat(lastStored).isLessThan(OUTAGE_ENDS + TimeUnit.SECONDS.toNanos(90));
    }

    private void book(Settlement settlement) {
        settlement
                .delivered()
                .ifPresent(batch -> numbers(batch)
                        .forEach(number -> assertThat(stored.add(number)).isTrue()));
        settlement
                .refused()
                .ifPresent(batch -> numbers(batch)
                        .forEach(number -> assertThat(refused.add(number)).isTrue()));
    }

    private Outcome answer(Batch batch, int style, Random random) {
        boolean outage = now < OUTAGE_ENDS && now / OUTAGE % 2 == 0;
        if (outage || (now < OUTAGE_ENDS && random.nextInt(4) == 0)) {
            return outage ? outage(random) : new Retryable("busy", Duration.ZERO);
        }
        List<Integer> bad = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (poisonous.contains(batch.number(i))) {
                bad.add(i);
            }
        }
        if (bad.isEmpty()) {
            return batch.size() > 20 && style == 3 ? new TooLarge(413) : new Delivered(batch.size());
        }
        return switch (style) {
            case 0 -> new Rejected(422, "no");
            case 1 -> new Unstored("500", Duration.ZERO);
            case 2 -> bad.get(0) > 0 ? new Delivered(bad.get(0)) : new Unstored("none", Duration.ZERO);
            default -> new Partial(List.of(), bad, "no");
        };
    }

    private static Outcome outage(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Retryable("busy", Duration.ZERO);
            case 1 -> new Unstored("500", Duration.ZERO);
            default -> new Denied("401", Duration.ZERO);
        };
    }

    private static Batch batch(long first) {
        long[] numbers = LongStream.range(first, first + BATCH).toArray();
        List<byte[]> events = LongStream.of(numbers)
                .mapToObj(number -> ("{\"seq\":" + number + "}").getBytes(StandardCharsets.UTF_8))
                .toList();
        return new Batch("test", false, numbers, events);
    }

    private static List<Long> numbers(Batch batch) {
        return LongStream.of(batch.numbers()).boxed().toList();
    }
}
