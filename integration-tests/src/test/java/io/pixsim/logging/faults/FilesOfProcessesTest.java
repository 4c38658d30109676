package io.pixsim.logging.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.files.LogFiles;
import io.pixsim.logging.files.LogQuery;
import io.pixsim.logging.files.LogReader;
import io.pixsim.logging.journeys.ChildJvm;
import io.pixsim.logging.rolling.LogFileAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** Files of real processes: killed, ended, and side by side. */
class FilesOfProcessesTest {

    private static final String FOR_EVER = String.valueOf(Long.MAX_VALUE);

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void aKillLeavesOneUnfinishedLineInAFileAtTheMostAndLosesNothingBeforeTheLast() throws Exception {
        try (ChildJvm child = ChildJvm.run(FilesChild.class, Map.of(), folder.toString(), "worker", FOR_EVER)) {
            child.awaitLine(FilesChild.FAR);
            child.kill();
        }

        List<Path> files = files();
        assertThat(files).hasSize(12);
        for (Path file : files) {
            assertWholeButForTheEnd(file);
        }
        List<Long> numbers = numbers(whole(folder.resolve("runtime/logs/worker.jsonl")));
        assertThat(numbers)
                .isEqualTo(LongStream.range(0, numbers.size()).boxed().toList());
        assertThat(read("runtime/logs/worker.jsonl"))
                .isGreaterThanOrEqualTo(
                        whole(folder.resolve("runtime/logs/worker.jsonl")).size());
    }

    @Test
    void aProcessThatLivesOnEndsALineThatAKillCutOffInASharedFile() throws Exception {
        Path file = folder.resolve("shared.log");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        LogFileAppender survivor = new LogFileAppender();
        survivor.setContext(context);
        survivor.setFile(file.toString());
        survivor.start();
        context.getLogger("x").addAppender(survivor);
        context.getLogger("x").info("before");
        assertThat(survivor.flush(LONG).pending()).isZero();
        Files.writeString(file, "{\"timestamp\":\"2026-", StandardOpenOption.APPEND);

        context.getLogger("x").info("after");
        assertThat(survivor.flush(LONG).pending()).isZero();
        context.stop();

        assertThat(Files.readAllLines(file)).hasSize(3);
        assertThat(read("shared.log")).isEqualTo(2);
    }

    /** How many events a reader finds, who passes over at most one line. */
    private int read(String file) throws IOException {
        int events = 0;
        try (LogReader reader = LogFiles.in(folder).read(LogQuery.all(), List.of(folder.resolve(file)))) {
            for (; reader.hasNext(); events++) {
                assertThat(reader.next().isJson()).isTrue();
            }
            assertThat(reader.skippedLines()).isLessThanOrEqualTo(1);
        }
        return events;
    }

    @Test
    void theNextProcessEndsALineThatAKillCutOff() throws Exception {
        Path file = folder.resolve("runtime/logs/worker.jsonl");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"timestamp\":\"2026-");

        try (ChildJvm child = ChildJvm.run(FilesChild.class, Map.of(), folder.toString(), "worker", "5")) {
            child.awaitExit();
        }

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(7).startsWith("{\"timestamp\":\"2026-");
        assertThat(numbers(lines.subList(1, 7))).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void whatWaitsAtTheEndOfMainIsWritten() throws Exception {
        try (ChildJvm child = ChildJvm.run(FilesChild.class, Map.of(), folder.toString(), "worker", "3000")) {
            child.awaitExit();
            assertThat(child.lines()).noneMatch(line -> line.startsWith("pixsim-logging"));
        }

        assertThat(numbers(Files.readAllLines(folder.resolve("runtime/logs/worker.jsonl"))))
                .hasSize(3000);
        assertThat(Files.readAllLines(folder.resolve("projects/_none/files/logs/jobs/job-3.jsonl")))
                .hasSize(300);
    }

    @Test
    void twoProcessesShareAFileLineByLine() throws Exception {
        try (ChildJvm one = ChildJvm.run(FilesChild.class, Map.of(), folder.toString(), "one", "20000");
                ChildJvm two = ChildJvm.run(FilesChild.class, Map.of(), folder.toString(), "two", "20000")) {
            one.awaitExit();
            two.awaitExit();
        }

        List<String> shared = Files.readAllLines(folder.resolve("shared.log"));
        assertThat(shared).hasSize(400);
        for (String line : shared) {
            JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(shared).filteredOn(line -> line.contains("shared by one")).hasSize(200);
        assertThat(Files.readAllLines(folder.resolve("projects/_none/files/logs/jobs/job-3.jsonl")))
                .hasSize(4000);
    }

    private static void assertWholeButForTheEnd(Path file) throws IOException {
        for (String line : whole(file)) {
            assertThat(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)))
                    .as(line)
                    .containsKey("msg");
        }
    }

    /** All lines of a file but one at its end that is not whole. */
    private static List<String> whole(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static List<Long> numbers(List<String> lines) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (String line : lines) {
            Object number =
                    JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)).get("number");
            if (number != null) {
                numbers.add(((Number) number).longValue());
            }
        }
        return numbers;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
