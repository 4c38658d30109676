package io.pixsim.logging.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogReaderTest {

    private static final String DAY = "2026-11-23T";

    @TempDir
    Path home;

    private Path folder;
    private LogFiles logs;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(home.resolve("logs"));
        logs = new LogFiles(new Root(folder), Clock.systemUTC(), ZoneId.of("Europe/Berlin"));
    }

    static Stream<Arguments> queries() {
        LogQuery all = LogQuery.all();
        return Stream.of(
                Arguments.of(all, "1 2 3 4 5 6"),
                Arguments.of(all.newestFirst(), "6 5 4 3 2 1"),
                Arguments.of(all.limit(2), "1 2"),
                Arguments.of(all.newestFirst().limit(2), "6 5"),
                Arguments.of(all.job(123), "1 2 4"),
                Arguments.of(all.job("job-abc"), "3"),
                Arguments.of(all.job(12), ""),
                Arguments.of(all.request("req-1"), "5"),
                Arguments.of(all.stage("provider:error"), "4"),
                Arguments.of(all.stage("provider:"), "2 4"),
                Arguments.of(all.stage("pipeline:start"), "1"),
                Arguments.of(all.level(Severity.WARNING), "3 6"),
                Arguments.of(all.minLevel(Severity.WARNING), "3 4 6"),
                Arguments.of(all.service("api"), "5 6"),
                Arguments.of(all.provider("sora"), "4"),
                Arguments.of(all.from(Instant.parse(DAY + "10:00:03Z")).to(Instant.parse(DAY + "10:00:05Z")), "3 4 5"),
                Arguments.of(all.text("TIMEOUT"), "4"),
                Arguments.of(all.text("z\u00fcrich"), "5"),
                Arguments.of(all.job(123).minLevel(Severity.ERROR), "4"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void theFiltersAreThoseOfTheLogApi(LogQuery query, String found) throws IOException {
        write("worker.jsonl.1.gz", """
                {"timestamp":"2026-11-23T10:00:01.000000Z","level":"info","msg":"1","service":"worker","job_id":123,"event":"pipeline:start"}
                {"timestamp":"2026-11-23T10:00:02.000000Z","level":"INFO","msg":"2","service":"worker","job_id":"123","stage":"provider:submit"}
                """);
        write("worker.jsonl", """
                {"ts":"2026-11-23T11:00:03+01:00","level":"warn","msg":"3","component":"worker","jobId":"job-abc"}
                {"timestamp":"2026-11-23T10:00:04","level":"error","msg":"4","service":"worker","job_id":123,"stage":"provider:error","provider_id":"sora","data":{"errors":["a Timeout"]}}
                """);
        write("below/api.log", """
                {"timestamp":"2026-11-23T10:00:05Z","level":"info","msg":"5","service":"api","request_id":"req-1","city":"Z\\u00fcrich"}
                {"timestamp":"2026-11-23T10:00:06Z","level":"WARN","message":"6","service":"api"}
                """);
        write("notes.txt", "{\"timestamp\":\"2026-11-23T10:00:05Z\",\"msg\":\"no log file\"}\n");

        try (LogReader reader = logs.read(query)) {
            assertThat(String.join(" ", messages(reader))).isEqualTo(found);
            assertThat(reader.skippedLines()).isZero();
            assertThat(reader.failedFiles()).isZero();
        }
    }

    @Test
    void whatIsNoEventIsPassedOverAndCounted() throws IOException {
        write("worker.jsonl", """
                {"timestamp":"2026-11-23T10:00:01Z","msg":"1"}
                {"timestamp":"2026-11-23T10:00:02Z","msg":"cut
                plain text after JSON
                {"msg":"a","msg":"b"}
                {"msg":\ud83d}

                {"timestamp":"2026-11-23T10:00:03Z","msg":"2"}
                {"timestamp":"2026-11-23T10:00:04Z","msg":"whole without a line feed"}""".replace("\ud83d", "?"));
        write(
                "api.jsonl",
                "{\"timestamp\":\"2026-11-23T10:00:05Z\",\"msg\":\"3\"}\n{\"timestamp\":\"2026-11-23T10:00:06Z\",\"ms");

        for (LogQuery query : List.of(LogQuery.all(), LogQuery.all().newestFirst())) {
            try (LogReader reader = logs.read(query)) {
                assertThat(messages(reader)).containsExactlyInAnyOrder("1", "2", "whole without a line feed", "3");
                assertThat(reader.skippedLines()).isEqualTo(5);
            }
        }
    }

    @Test
    void linesForPeopleAreReadWithWhatStandsBelowThemAndFindTheirDay() throws IOException {
        Path file = write("console.log", """
                [23:59:58] INFO  worker     pipeline:start      job_id=123 msg=processing started, x=1
                           job_id=123 request_id=req-c2d8e7 provider_id=pixverse
                [23:59:59] \u001B[31mERROR\u001B[0m worker     provider:error      job_id=123 error=no·answer msg=failed
                  java.net.SocketTimeoutException: no answer
                    at a.B.c(B.java:5)
                [00:00:01] CRIT  worker     PoolKeeper          msg=connection lost
                """);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-24T08:00:00Z")));

        for (LogQuery query : List.of(LogQuery.all(), LogQuery.all().newestFirst())) {
            try (LogReader reader = logs.read(query)) {
                List<LoggedEvent> events = reader.stream()
                        .sorted((a, b) -> a.timestamp()
                                .orElseThrow()
                                .compareTo(b.timestamp().orElseThrow()))
                        .toList();

                assertThat(events)
                        .extracting(event -> event.timestamp().orElseThrow())
                        .containsExactly(
                                Instant.parse("2026-11-23T22:59:58Z"),
                                Instant.parse("2026-11-23T22:59:59Z"),
                                Instant.parse("2026-11-23T23:00:01Z"));
                assertThat(events)
                        .extracting(LoggedEvent::level)
                        .containsExactly(Severity.INFO, Severity.ERROR, Severity.CRITICAL);
                assertThat(events.get(0).stage()).contains("pipeline:start");
                assertThat(events.get(0).message()).isEqualTo("processing started, x=1");
                assertThat(events.get(0).text(Fields.REQUEST_ID)).contains("req-c2d8e7");
                assertThat(events.get(1).text(Fields.ERROR)).contains("no answer");
                assertThat(events.get(1).line()).endsWith("at a.B.c(B.java:5)");
                assertThat(events.get(2).stage()).isEmpty();
                assertThat(events.get(2).text(Fields.LOGGER)).contains("PoolKeeper");
                assertThat(reader.skippedLines()).isZero();
            }
        }
        try (LogReader reader = logs.read(LogQuery.all().request("req-c2d8e7"))) {
            assertThat(messages(reader)).hasSize(1);
        }
        try (LogReader reader = logs.read(LogQuery.all().text("sockettimeout"))) {
            assertThat(messages(reader)).containsExactly("failed");
        }
    }

    @Test
    void theDocumentedLinesOfOlderFilesAreRead() throws IOException {
        write("backend.log", """
                2025-11-11 22:30:45 - job_processor - INFO - Processing job #123
                2025-11-11 22:30:46 - services.job_service - ERROR - run:45 - failed - again
                2025-11-11T22:30:47Z - services.job_service - ERROR - run:45 - failed in UTC
                """);

        try (LogReader reader = logs.read(LogQuery.all().level(Severity.ERROR))) {
            LoggedEvent event = reader.next();
            assertThat(event.message()).isEqualTo("run:45 - failed - again");
            assertThat(event.timestamp()).contains(Instant.parse("2025-11-11T21:30:46Z"));
            assertThat(event.text(Fields.LOGGER)).contains("services.job_service");
            assertThat(reader.next().timestamp()).contains(Instant.parse("2025-11-11T22:30:47Z"));
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void theFieldsOfLinesForPeopleInFilesAreRead() throws IOException {
        write("errors.log", """
                2025-11-11 22:30:45 - worker - INFO - main:11 - started stage=pipeline:start job_id=123 user_id=7
                2025-11-11 22:30:46 - worker - ERROR - failed with code=7 attempt=1 error_type=Timeout error=no·answer
                  java.io.IOException: no answer
                2025-11-11 22:30:47 - worker - ERROR - polled a=b, job_id=123 is slow
                2025-11-11 22:30:48 - worker - ERROR - level=debug logger=x msg=y timestamp=z job_id=124
                """);

        try (LogReader reader = logs.read(LogQuery.all().job("123"))) {
            LoggedEvent started = reader.next();
            assertThat(started.message()).isEqualTo("main:11 - started");
            assertThat(started.stage()).contains("pipeline:start");
            assertThat(started.text(Fields.USER_ID)).contains("7");
            assertThat(reader.next().message()).isEqualTo("polled a=b, job_id=123 is slow");
            assertThat(reader.hasNext()).isFalse();
        }
        try (LogReader reader = logs.read(LogQuery.all().level(Severity.ERROR))) {
            LoggedEvent failed = reader.next();
            assertThat(failed.message()).isEqualTo("failed with code=7");
            assertThat(failed.text(Fields.ERROR)).contains("no answer");
            assertThat(failed.line()).endsWith("no answer");
            reader.next();
            LoggedEvent forged = reader.next();
            assertThat(forged.level()).isEqualTo(Severity.ERROR);
            assertThat(forged.text(Fields.LOGGER)).contains("worker");
            assertThat(forged.timestamp()).contains(Instant.parse("2025-11-11T21:30:48Z"));
        }
    }

    @Test
    void filesThatAreRotatedAfterTheReaderWasMadeAreReadOnceAndWhole() throws IOException {
        Path older = write("worker.jsonl.1", "{\"timestamp\":\"2026-11-23T10:00:01Z\",\"msg\":\"1\"}\n");
        Path newer = write("worker.jsonl", "{\"timestamp\":\"2026-11-23T10:00:02Z\",\"msg\":\"2\"}\n");

        try (LogReader reader = logs.read(LogQuery.all())) {
            Files.move(older, folder.resolve("worker.jsonl.2"));
            Files.move(newer, folder.resolve("worker.jsonl.1"));
            write("worker.jsonl", "{\"timestamp\":\"2026-11-23T10:00:03Z\",\"msg\":\"3\"}\n");

            assertThat(messages(reader)).containsExactly("1", "2");
        }
    }

    @Test
    void aFileThatWentAwayIsCountedAndTheOthersAreRead() throws IOException {
        Path gone = write("a.jsonl", "{\"timestamp\":\"2026-11-23T10:00:01Z\",\"msg\":\"1\"}\n");
        write("b.jsonl", "{\"timestamp\":\"2026-11-23T10:00:02Z\",\"msg\":\"2\"}\n");

        try (LogReader reader = logs.read(LogQuery.all())) {
            Files.delete(gone);

            assertThat(messages(reader)).containsExactly("2");
            assertThat(reader.failedFiles()).isEqualTo(1);
        }
    }

    @Test
    void pathsThatLeadOutOfTheFolderAreRefusedAndLinksPassedOver() throws IOException {
        Path outside = Files.writeString(home.resolve("secret.log"), "{\"msg\":\"secret\"}\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.log"), outside);
        Files.createSymbolicLink(folder.resolve("up"), home);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.log"), home.resolve("later.log"));
        write("real.log", "{\"msg\":\"inside\"}\n");
        Path inner = Files.createSymbolicLink(folder.resolve("inner.log"), folder.resolve("real.log"));

        for (Path path : List.of(Path.of("../secret.log"), link, outside, Path.of("up/secret.log"), dangling)) {
            assertThatThrownBy(() -> logs.tail(path, 100)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> logs.follow(path)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> logs.read(LogQuery.all(), List.of(path)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> logs.tail(Path.of("none.log"), 100)).isInstanceOf(NoSuchFileException.class);
        assertThat(logs.tail(inner, 100)).contains("inside");
        try (LogReader reader = logs.read(LogQuery.all())) {
            assertThat(messages(reader)).containsExactly("inside");
        }
    }

    @Test
    void aCompressedFileIsReadAgainstItsOrderInBoundedMemory() throws IOException {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            content.append("{\"n\":").append(i).append("}\n");
        }
        Path file = write("a.jsonl.gz", content.toString());

        try (NewestGzipLines lines = new NewestGzipLines(file, line -> true, 5_000)) {
            for (int i = 499; i >= 0; i--) {
                assertThat(lines.next()).isTrue();
                assertThat(LineText.of(lines)).isEqualTo("{\"n\":" + i + "}");
            }
            assertThat(lines.next()).isFalse();
            assertThat(lines.passes()).isGreaterThan(3);
        }
    }

    private static List<String> messages(LogReader reader) {
        return reader.stream().map(LoggedEvent::message).toList();
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] bytes = content.getBytes(UTF_8);
        return Files.write(file, name.endsWith(".gz") ? TailTest.gzip(bytes) : bytes);
    }
}
