package io.pixsim.logging.http.spool;

import static io.pixsim.logging.http.spool.Events.FIRST;
import static io.pixsim.logging.http.spool.Events.SECOND;
import static io.pixsim.logging.http.spool.Events.adopted;
import static io.pixsim.logging.http.spool.Events.append;
import static io.pixsim.logging.http.spool.Events.drain;
import static io.pixsim.logging.http.spool.Events.files;
import static io.pixsim.logging.http.spool.Events.numbers;
import static io.pixsim.logging.http.spool.Events.open;
import static io.pixsim.logging.http.spool.Events.segments;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many bytes a spool keeps, and for how long. */
class RetentionTest {

    @TempDir
    Path folder;

    @Test
    void beyondItsBytesTheOldestAreDroppedAndCounted() throws IOException {
        SpoolSettings small = new SpoolSettings(folder, SpoolSettings.LEAST_BYTES, Duration.ofDays(1));
        try (Spool spool = new Spool(small, FIRST, InstantSource.system())) {
            for (long number = 0; number < 200; number++) {
                spool.append(new long[] {number}, List.of(new byte[10_000]));
            }

            long dropped = dropped(spool::dropBeyondBytes);

            assertThat(SpoolFolder.bytes(folder)).isLessThanOrEqualTo(SpoolSettings.LEAST_BYTES);
            assertThat(dropped).isPositive();
            assertThat(drain(spool)).isEqualTo(numbers(dropped, 200));
        }
    }

    @Test
    void whatIsBeingSentIsNotDroppedWithTheOthers() throws IOException {
        SpoolSettings small = new SpoolSettings(folder, SpoolSettings.LEAST_BYTES, Duration.ofDays(1));
        long dropped;
        try (Spool spool = new Spool(small, FIRST, InstantSource.system())) {
            for (long number = 0; number < 200; number++) {
                spool.append(new long[] {number}, List.of(new byte[10_000]));
            }
            spool.read(10, 1 << 20);

            dropped = dropped(spool::dropBeyondBytes);

            assertThat(SpoolFolder.bytes(folder)).isLessThanOrEqualTo(SpoolSettings.LEAST_BYTES);
        }
        try (Spool next = open(folder, SECOND)) {
            assertThat(adopted(next)).isEqualTo(200 - dropped);
        }
    }

    @Test
    void whatIsTooOldIsDroppedAndCounted() throws IOException {
        try (Spool old = open(folder, FIRST)) {
            append(old, 0, 7);
        }
        Files.setLastModifiedTime(segments(folder).get(0), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        try (Spool spool = open(folder, SECOND)) {
            spool.adopt(found -> {});

            assertThat(dropped(spool::dropBeyondAge)).isEqualTo(7);
            assertThat(spool.read(10, 1000)).isNull();
        }
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void whoSetsTheClockBackMakesNothingThatWasWrittenSinceOlder() throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-10T00:00:00Z"));
        try (Spool spool = new Spool(SpoolSettings.in(folder), FIRST, now::get)) {
            append(spool, 0, 7);
            spool.abandonSegment();
            Files.setLastModifiedTime(segments(folder).get(0), FileTime.from(Instant.EPOCH));

            now.set(now.get().plus(Duration.ofDays(6)));
            assertThat(dropped(spool::dropBeyondAge)).isZero();
            now.set(now.get().plus(Duration.ofDays(2)));
            assertThat(dropped(spool::dropBeyondAge)).isEqualTo(7);
        }
    }

    private static long dropped(Bound bound) throws IOException {
        long[] dropped = {0};
        bound.hold(events -> dropped[0] += events);
        return dropped[0];
    }

    private interface Bound {
        void hold(LongConsumer dropped) throws IOException;
    }
}
