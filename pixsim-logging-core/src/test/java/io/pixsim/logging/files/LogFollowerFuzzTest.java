package io.pixsim.logging.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import io.pixsim.logging.files.RandomWriter.Way;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the writer does, every line is given once, whole and in order. A failure names its seed. */
class LogFollowerFuzzTest {

    private static final int RUNS = 6;
    private static final int STEPS = 400;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void looksAtRandomMomentsMissNothing(Way way) throws IOException {
        for (int run = 0; run < RUNS; run++) {
            long seed = 31L * way.name().hashCode() + run;
            Random random = new Random(seed);
            Path home = Files.createDirectory(folder.resolve("run-" + run));
            List<String> read = new ArrayList<>();
            try (RandomWriter writer = new RandomWriter(home.resolve("worker.jsonl"), way, random);
                    LogFollower follower = LogFiles.in(home).follow(Path.of("worker.jsonl"))) {
                int patience = 1 + random.nextInt(60);
                for (int i = 0; i < STEPS; i++) {
                    writer.step();
                    if (random.nextInt(patience) == 0) {
                        readSome(follower, random.nextInt(20), read);
                    }
                }
                writer.finish();
                readSome(follower, Integer.MAX_VALUE, read);

                assertThat(writer.rotations()).isPositive();
                assertThat(numbers(read)).as("seed %s", seed).isEqualTo(numbers(writer.written()));
                assertThat(read.equals(writer.written()))
                        .as("whole lines, seed %s", seed)
                        .isTrue();
                assertThat(follower.gaps()).as("gaps, seed %s", seed).isZero();
            }
        }
    }

    /** A cut by another process may hit what a writer has written since the copy was made; so the writer renames. */
    @ParameterizedTest
    @EnumSource(names = {"RENAMED", "RENAMED_AND_COMPRESSED", "DATED"})
    void aWriterAtFullSpeedIsFollowed(Way way) throws Exception {
        Path file = folder.resolve("worker.jsonl");
        try (RandomWriter writer =
                        new RandomWriter(file, way, new Random(way.name().hashCode()));
                LogFollower follower = LogFiles.in(folder).follow(file)) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(writer, 4_000));
            List<String> read = new ArrayList<>();
            Optional<String> line = follower.next(LONG);
            while (line.isPresent() && !line.get().equals("end")) {
                read.add(line.get());
                line = follower.next(LONG);
            }
            writing.join();

            assertThat(numbers(read)).isEqualTo(numbers(writer.written()));
            assertThat(read.equals(writer.written())).as("whole lines").isTrue();
            assertThat(follower.gaps()).isZero();
        }
    }

    private static void write(RandomWriter writer, int steps) {
        try {
            for (int i = 0; i < steps; i++) {
                writer.step();
            }
            writer.end("end");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> numbers(List<String> lines) {
        return lines.stream().map(line -> line.split(" ", 2)[0]).toList();
    }

    private static void readSome(LogFollower follower, int most, List<String> read) throws IOException {
        for (int i = 0; i < most; i++) {
            Optional<String> line = follower.poll();
            if (line.isEmpty()) {
                return;
            }
            read.add(line.get());
        }
    }
}
