package io.pixsim.logging.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.encode.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of a folder: 201 adds up, 202 does not, 203 was left with the provider; 202 has a file of its own too. */
class CheckTest {

    private static final String JOBS = Path.of("src/test/resources/jobs").toString();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @Test
    void whatDoesNotAddUpIsReportedWhereItShows() {
        assertThat(run("check", JOBS)).isEqualTo(1);

        assertThat(lines())
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("job 202  provider:submit attempt 0: a retry without retry:decision"),
                        line -> assertThat(line)
                                .contains("job 202  provider:submit attempt 0: a retry whose attempt did not grow"),
                        line -> assertThat(line)
                                .contains(
                                        "job 203  provider:submit attempt 0: ended without provider:complete or provider:error"),
                        line -> assertThat(line).isEqualTo("3 jobs, 3 findings"));
    }

    @Test
    void programsGetTheSameAsJson() throws IOException {
        assertThat(run("check", "--json", JOBS)).isEqualTo(1);

        List<Map<String, Object>> read = new ArrayList<>();
        for (String line : lines()) {
            read.add(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(read).hasSize(4);
        assertThat(read.get(0))
                .containsEntry("timestamp", "2026-11-23T03:21:01.050Z")
                .containsEntry("job_id", "202")
                .containsEntry("stage", "provider:submit")
                .containsEntry("attempt", 0L)
                .containsEntry("finding", "retry_without_decision");
        assertThat(read.get(2)).containsEntry("job_id", "203").containsEntry("finding", "no_outcome");
        assertThat(read.get(3)).isEqualTo(Map.of("jobs", 3L, "findings", 3L));
    }

    @Test
    void whateverAJobIsCalledTheJsonIsWhole() throws IOException {
        String hostile = "a\"b\\c\nd\u001b[31m\u202e\u00e9";
        Files.writeString(
                folder.resolve("worker.jsonl"),
                "{\"timestamp\":\"2026-11-01T00:00:00Z\",\"level\":\"info\",\"stage\":\"pipeline:start\","
                        + "\"job_id\":\"a\\\"b\\\\c\\nd\\u001b[31m\\u202e\\u00e9\"}\n");

        assertThat(run("check", "--json", folder.toString())).isEqualTo(1);

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).doesNotContain("\u001b", "\u202e");
        assertThat(JsonReader.readObject(lines().get(0).getBytes(StandardCharsets.UTF_8)))
                .containsEntry("job_id", hostile);
    }

    @Test
    void aJobThatAddsUpGivesStatusZero() {
        assertThat(run("check", "job", "201", JOBS)).isZero();
        assertThat(lines()).containsExactly("1 job, 0 findings");
    }

    @Test
    void aJobThatIsNotThereCannotBeChecked() {
        assertThat(run("check", "job", "999", JOBS)).isEqualTo(2);
        assertThat(complaints()).isEqualTo("no event at a stage of that job");
        assertThat(run("check", "job")).isEqualTo(2);
        assertThat(complaints()).isEqualTo("check job takes an id, and where to look; see --help");
        assertThat(run("check", folder.toString())).isEqualTo(2);
        assertThat(complaints()).isEqualTo("no event at a stage of any job");
    }

    @Test
    void aJobThatWasHeardOfLatelyMayStillGoOn() throws IOException {
        write(Instant.now().minus(1, ChronoUnit.MINUTES), "provider:submit", "");

        assertThat(run("check", folder.toString())).isZero();
        assertThat(run("check", "--idle", "10s", folder.toString())).isEqualTo(1);
    }

    @Test
    void aJobThatSaysThatItHasEndedHasEnded() throws IOException {
        write(Instant.now().minusSeconds(2), "pipeline:start", "");
        write(Instant.now().minusSeconds(1), "job:end", ",\"outcome\":\"failed\"");

        assertThat(run("check", folder.toString())).isEqualTo(1);
        assertThat(lines().get(0)).contains("ended without provider:complete or provider:error");
    }

    @Test
    void aJobThatMayGoOnElsewhereHasEndedOnlyWhereItIsReproachedWithThat() throws IOException {
        write(Instant.now().minusSeconds(2), "pipeline:start", "");
        write(Instant.now().minusSeconds(1), "job:end", ",\"outcome\":\"unknown\"");
        assertThat(run("check", folder.toString())).isZero();

        write(Instant.now(), "job:end", ",\"outcome\":\"unknown\",\"findings\":[\"no_outcome\"]");
        assertThat(run("check", folder.toString())).isEqualTo(1);
        assertThat(lines().get(0)).contains("ended without provider:complete or provider:error");
    }

    @Test
    void linesForPeopleAreNotCheckedSinceTheyTellSecondsOnly() throws IOException {
        Files.writeString(
                folder.resolve("errors.log"),
                "2025-11-11 22:30:45 - worker - ERROR - failed stage=provider:error job_id=1 attempt=0\n");
        Files.writeString(
                folder.resolve("worker.log"),
                "2025-11-11 22:30:45 - worker - INFO - sent stage=provider:submit job_id=1 attempt=0\n");

        assertThat(run("check", folder.toString())).isEqualTo(2);
        assertThat(complaints()).isEqualTo("no event at a stage of any job; lines for people are not checked");
    }

    @Test
    void whatLinesForPeopleTellAgainIsTracedOnce() throws IOException {
        ZoneId zone = ZoneId.systemDefault();
        Instant time = Instant.parse("2025-11-11T22:30:45.678Z");
        write(time, "pipeline:start", ",\"logger\":\"worker\"");
        String second = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                .withZone(zone)
                .format(time);
        Files.writeString(
                folder.resolve("info.log"),
                second + " - worker - INFO - m stage=pipeline:start job_id=1\n" + second
                        + " - api - INFO - told by another one job_id=1\n");

        assertThat(run("trace", "job", "1", folder.toString())).isZero();

        assertThat(lines()).anyMatch(line -> line.contains("2 events"));
        assertThat(lines()).anyMatch(line -> line.contains("told by another one"));
    }

    @Test
    void aTraceShowsReplayedEventsAtTheirTimesAndTheEnd() {
        assertThat(run("trace", "job", "202", JOBS)).isZero();

        List<String> words =
                lines().stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
        assertThat(words)
                .containsSubsequence(
                        "job 202 failed",
                        "+0.000 s INFO pipeline:start processing started",
                        "+0.010 s DEBUG - (replayed) picked account 7",
                        "+0.040 s INFO provider:submit 0 submitted",
                        "+0.045 s DEBUG - (replayed) answered 503, retry-after 1",
                        "+0.050 s WARN provider:error 0 attempt failed: busy",
                        "+1.070 s WARN job:end 1070 ms job ended: failed, 2 attempts",
                        "pipeline:start 1 +0.000 s 40 ms",
                        "provider:submit 2 +0.040 s 20 ms",
                        "finding a retry without retry:decision",
                        "finding a retry whose attempt did not grow",
                        "replayed 3 events",
                        "held back 3 events")
                .noneMatch(line -> line.startsWith("job:end"))
                .filteredOn(line -> line.contains("(replayed)"))
                .hasSize(3);
    }

    private void write(Instant time, String stage, String more) throws IOException {
        String line = "{\"timestamp\":\"%s\",\"level\":\"info\",\"msg\":\"m\",\"job_id\":1,\"stage\":\"%s\"%s}\n"
                .formatted(time, stage, more);
        Path file = folder.resolve("worker.jsonl");
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + line);
    }

    private int run(String... words) {
        printed.reset();
        complaints.reset();
        PrintStream err = new PrintStream(complaints, true, StandardCharsets.UTF_8);
        return new Main(new Output(printed), err, new Terminal(Map.<String, String>of()::get, () -> false)).run(words);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String complaints() {
        return complaints.toString(StandardCharsets.UTF_8).strip();
    }
}
