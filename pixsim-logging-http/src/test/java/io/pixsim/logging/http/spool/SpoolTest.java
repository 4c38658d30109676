package io.pixsim.logging.http.spool;

import static io.pixsim.logging.http.spool.Events.FIRST;
import static io.pixsim.logging.http.spool.Events.SECOND;
import static io.pixsim.logging.http.spool.Events.THIRD;
import static io.pixsim.logging.http.spool.Events.append;
import static io.pixsim.logging.http.spool.Events.drain;
import static io.pixsim.logging.http.spool.Events.numbers;
import static io.pixsim.logging.http.spool.Events.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir
    Path folder;

    @Test
    void segmentsThatEndWhileTheyAreSyncedAreNoTrouble() throws Exception {
        SpoolSettings small = new SpoolSettings(folder, SpoolSettings.LEAST_BYTES, SpoolSettings.DEFAULT_AGE);
        try (Spool spool = new Spool(small, FIRST, InstantSource.system())) {
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<Void> syncing = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    sync(spool);
                }
            });
            for (int segment = 0; segment < 200; segment++) {
                append(spool, segment * 50L, segment * 50L + 50);
                spool.abandonSegment();
            }
            done.set(true);

            assertThatCode(syncing::join).doesNotThrowAnyException();
        }
    }

    private static void sync(Spool spool) {
        try {
            spool.sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aViewIsNotDisturbedBySegmentsThatGo() throws IOException {
        try (Spool spool = open(folder, FIRST)) {
            append(spool, 0, 10);
            spool.abandonSegment();
            append(spool, 10, 20);
            spool.abandonSegment();
            append(spool, 20, 30);
            List<byte[]> seen = new ArrayList<>();
            SpoolView view = new SpoolView(folder);

            view.forEach(FIRST, event -> {
                if (seen.isEmpty()) {
                    deleteAll(spool);
                }
                seen.add(event);
            });

            assertThat(seen).hasSizeGreaterThanOrEqualTo(10);
            assertThat(view.origins()).extracting(SpoolView.Origin::events).containsOnly(0L);
        }
    }

    private static void deleteAll(Spool spool) {
        try {
            drain(spool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsAppendedIsReadInOrder() throws IOException {
        try (Spool spool = open(folder, FIRST)) {
            append(spool, 0, 1000);

            assertThat(spool.unread()).isEqualTo(1000);
            Chunk chunk = spool.read(10, 1 << 20);
            assertThat(chunk.numbers()).containsExactly(LongStream.range(0, 10).toArray());
            assertThat(chunk.events()).containsExactlyElementsOf(Events.bytes(0, 10));
            assertThat(chunk.origin()).isEqualTo(FIRST);
            assertThat(spool.nextOwnNumber()).isEqualTo(10);
            assertThat(drain(spool)).isEqualTo(numbers(10, 1000));
            assertThat(spool.nextOwnNumber()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void aChunkHoldsNoMoreBytesThanWantedUnlessOneEventDoes() throws IOException {
        try (Spool spool = open(folder, FIRST)) {
            spool.append(new long[] {0, 1, 2, 3}, List.of(new byte[300_000], new byte[10], new byte[10], new byte[10]));

            assertThat(spool.read(100, 25).numbers()).containsExactly(0);
            assertThat(spool.read(100, 25).numbers()).containsExactly(1, 2);
            assertThat(spool.read(100, 25).numbers()).containsExactly(3);
            assertThat(spool.read(100, 25)).isNull();
        }
    }

    @Test
    void whatIsAcknowledgedIsGoneAndTheRestIsReadAgainByTheNext() throws IOException {
        Spool first = open(folder, FIRST);
        append(first, 0, 100);
        Chunk chunk = first.read(30, 1 << 20);
        first.acknowledge(FIRST, chunk.end());
        first.read(20, 1 << 20);
        first.close();

        try (Spool second = open(folder, SECOND)) {
            assertThat(second.adopt(found -> {})).isEqualTo(70);
            assertThat(second.holdsAdopted()).isTrue();
            assertThat(drain(second)).isEqualTo(numbers(30, 100));
            assertThat(second.holdsAdopted()).isFalse();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aSpoolThatIsDrainedLeavesNothingBehind() throws IOException {
        try (Spool spool = open(folder, FIRST)) {
            append(spool, 0, 100);
            drain(spool);
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void leftoversAreReadBeforeTheOwnOldestFirst() throws IOException {
        for (String origin : List.of(SECOND, FIRST)) {
            try (Spool spool = open(folder, origin)) {
                append(spool, 0, 3);
            }
        }

        try (Spool third = open(folder, THIRD)) {
            append(third, 0, 3);
            third.adopt(found -> {});

            List<String> origins = new ArrayList<>();
            for (Chunk chunk = third.read(3, 1 << 20); chunk != null; chunk = third.read(3, 1 << 20)) {
                origins.add(chunk.origin());
            }
            assertThat(origins).containsExactly(FIRST, SECOND, THIRD);
        }
    }

    @Test
    void whatALivingOneHasIsNotTaken() throws IOException {
        try (Spool living = open(folder, FIRST);
                Spool other = open(folder, SECOND)) {
            append(living, 0, 3);

            assertThat(other.adopt(found -> {})).isZero();
            assertThat(drain(living)).isEqualTo(numbers(0, 3));
        }
    }

    @Test
    void nobodyElseSpoolsAsTheSame() throws IOException {
        try (Spool living = open(folder, FIRST)) {
            append(living, 0, 1);

            assertThatThrownBy(() -> open(folder, FIRST)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void manySegmentsAreWrittenAndDeletedOneByOne() throws IOException {
        SpoolSettings small = new SpoolSettings(folder, SpoolSettings.LEAST_BYTES, Duration.ofDays(1));
        try (Spool spool = new Spool(small, FIRST, InstantSource.system())) {
            for (long number = 0; number < 100; number++) {
                spool.append(new long[] {number}, List.of(new byte[10_000]));
            }
            assertThat(segments()).hasSizeGreaterThan(5);

            assertThat(drain(spool)).isEqualTo(numbers(0, 100));
            assertThat(segments()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void beyondItsBytesTheOldestAreDroppedAndCounted() throws IOException {
        SpoolSettings small = new SpoolSettings(folder, SpoolSettings.LEAST_BYTES, Duration.ofDays(1));
        try (Spool spool = new Spool(small, FIRST, InstantSource.system())) {
            for (long number = 0; number < 200; number++) {
                spool.append(new long[] {number}, List.of(new byte[10_000]));
            }

            long dropped = spool.dropBeyondBytes();

            assertThat(SpoolFolder.bytes(folder)).isLessThanOrEqualTo(SpoolSettings.LEAST_BYTES);
            assertThat(dropped).isPositive();
            assertThat(drain(spool)).isEqualTo(numbers(dropped, 200));
        }
    }

    @Test
    void whatIsTooOldIsDroppedAndCounted() throws IOException {
        try (Spool old = open(folder, FIRST)) {
            append(old, 0, 7);
        }
        Files.setLastModifiedTime(segments().get(0), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        try (Spool spool = open(folder, SECOND)) {
            spool.adopt(found -> {});

            assertThat(spool.dropBeyondAge()).isEqualTo(7);
            assertThat(spool.read(10, 1000)).isNull();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whoSetsTheClockBackMakesNothingThatWasWrittenSinceOlder() throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-10T00:00:00Z"));
        try (Spool spool = new Spool(SpoolSettings.in(folder), FIRST, now::get)) {
            append(spool, 0, 7);
            spool.abandonSegment();
            Files.setLastModifiedTime(segments().get(0), FileTime.from(Instant.EPOCH));

            now.set(now.get().plus(Duration.ofDays(6)));
            assertThat(spool.dropBeyondAge()).isZero();
            now.set(now.get().plus(Duration.ofDays(2)));
            assertThat(spool.dropBeyondAge()).isEqualTo(7);
        }
    }

    private List<Path> segments() throws IOException {
        return files().stream().filter(file -> file.toString().endsWith(".seg")).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
