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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

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
    void anAttemptToWriteThatFailsLeavesNoSegmentBehind() throws IOException {
        try (Spool spool = open(folder, FIRST)) {
            append(spool, 0, 7);
            for (int attempt = 0; attempt < 3; attempt++) {
                spool.abandonSegment();
                assertThatThrownBy(() -> spool.append(new long[] {7, 8}, Events.bytes(7, 8)))
                        .isInstanceOf(IndexOutOfBoundsException.class);
            }
            spool.abandonSegment();

            assertThat(segments(folder)).hasSize(1);
            append(spool, 7, 9);
            assertThat(drain(spool)).isEqualTo(numbers(0, 9));
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
            assertThat(adopted(second)).isEqualTo(70);
            assertThat(second.holdsAdopted()).isTrue();
            assertThat(drain(second)).isEqualTo(numbers(30, 100));
            assertThat(second.holdsAdopted()).isFalse();
        }
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void aSpoolThatIsDrainedLeavesNothingBehind() throws IOException {
        try (Spool spool = open(folder, FIRST)) {
            append(spool, 0, 100);
            drain(spool);
        }

        assertThat(files(folder)).isEmpty();
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
            assertThat(segments(folder)).hasSizeGreaterThan(5);

            assertThat(drain(spool)).isEqualTo(numbers(0, 100));
            assertThat(segments(folder)).hasSizeLessThanOrEqualTo(1);
        }
    }
}
