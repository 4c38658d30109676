package io.pixsim.logging.http.spool;

import static io.pixsim.logging.http.spool.Events.FIRST;
import static io.pixsim.logging.http.spool.Events.SECOND;
import static io.pixsim.logging.http.spool.Events.append;
import static io.pixsim.logging.http.spool.Events.drain;
import static io.pixsim.logging.http.spool.Events.numbers;
import static io.pixsim.logging.http.spool.Events.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk gives back something else than it was given; whatever it is, what is intact is read and nothing else. */
class DamagedSegmentTest {

    @TempDir
    Path folder;

    @Test
    void aTornTailIsAsIfItHadNeverBeenWritten() throws IOException {
        for (int cut = 1; cut < 60; cut++) {
            Path segment = written(20);
            byte[] bytes = Files.readAllBytes(segment);
            Files.write(segment, Arrays.copyOf(bytes, bytes.length - cut));

            List<Long> read = readByTheNext();

            assertThat(read).isEqualTo(numbers(0, read.size())).hasSizeBetween(18, 19);
        }
    }

    @Test
    void oneFlippedBitCostsOneEvent() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            Path segment = written(20);
            byte[] bytes = Files.readAllBytes(segment);
            int at = SegmentFormat.HEADER_BYTES + random.nextInt(bytes.length - SegmentFormat.HEADER_BYTES);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(segment, bytes);

            assertThat(readByTheNext()).hasSize(19).isSubsetOf(numbers(0, 20)).isSorted();
        }
    }

    @Test
    void anyDamageLeavesOnlyEventsThatWereWritten() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 40; round++) {
            Path segment = written(50);
            byte[] bytes = Files.readAllBytes(segment);
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            int at = random.nextInt(bytes.length);
            System.arraycopy(noise, 0, bytes, at, Math.min(noise.length, bytes.length - at));
            Files.write(segment, Arrays.copyOf(bytes, bytes.length - random.nextInt(100)));

            try (Spool spool = open(folder, SECOND)) {
                spool.adopt(found -> {});
                for (Chunk chunk = spool.read(9, 300); chunk != null; chunk = spool.read(9, 300)) {
                    for (int i = 0; i < chunk.numbers().length; i++) {
                        assertThat(chunk.events().get(i)).isEqualTo(Events.event(chunk.numbers()[i]));
                    }
                    spool.acknowledge(chunk.origin(), chunk.end());
                }
            }
            clear();
        }
    }

    @Test
    void damageWhileTheProcessRunsIsCounted() throws IOException {
        try (Spool spool = open(folder, FIRST)) {
            append(spool, 0, 20);
            Path segment = SegmentFormat.file(folder, FIRST, 0);
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length / 2] ^= 1;
            Files.write(segment, bytes);

            assertThat(drain(spool)).hasSize(19);
            assertThat(spool.takeDamaged()).isEqualTo(1);
            assertThat(spool.takeDamaged()).isZero();
            assertThat(spool.unread()).isZero();
        }
    }

    @Test
    void aDamagedPositionMeansThatAllIsReadAgain() throws IOException {
        try (Spool spool = open(folder, FIRST)) {
            append(spool, 0, 20);
            spool.acknowledge(FIRST, spool.read(5, 1 << 20).end());
        }
        Files.write(folder.resolve(FIRST + ".ack"), new byte[] {1, 2, 3});

        assertThat(readByTheNext()).isEqualTo(numbers(0, 20));
    }

    @Test
    void anEmptySegmentIsNobodysConcern() throws IOException {
        Files.write(SegmentFormat.file(folder, FIRST, 3), new byte[0]);

        assertThat(readByTheNext()).isEmpty();
        assertThat(SegmentFormat.file(folder, FIRST, 3)).doesNotExist();
    }

    private Path written(long events) throws IOException {
        try (Spool spool = open(folder, FIRST)) {
            append(spool, 0, events);
        }
        return SegmentFormat.file(folder, FIRST, 0);
    }

    private List<Long> readByTheNext() throws IOException {
        try (Spool next = open(folder, SECOND)) {
            next.adopt(found -> {});
            return drain(next);
        } finally {
            clear();
        }
    }

    private void clear() throws IOException {
        for (String name : List.of(FIRST + ".ack", FIRST + ".lock", SECOND + ".ack", SECOND + ".lock")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(SegmentFormat.file(folder, FIRST, 0));
    }
}
