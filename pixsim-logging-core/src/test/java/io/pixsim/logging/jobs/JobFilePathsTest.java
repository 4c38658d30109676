package io.pixsim.logging.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.FileStats;
import org.junit.jupiter.api.Test;

/** Where the events of a job go. */
class JobFilePathsTest extends JobFilesFixture {

    @Test
    void eachJobHasAFileOfItsOwn() throws IOException {
        start();
        try (var project = LogContext.with(Field.text("project_id", "").of("p1"))) {
            log("123", "one");
            log("124", "two");
            log("123", "three");
        }
        log.info("of no job");
        flush();

        assertThat(messages("projects/p1/files/logs/jobs/123.jsonl")).containsExactly("one", "three");
        assertThat(messages("projects/p1/files/logs/jobs/124.jsonl")).containsExactly("two");
        assertThat(files()).hasSize(2);
    }

    @Test
    void thePathCanBeAskedForBeforeThereIsAFile() {
        start();

        assertThat(jobs.path("p1", "123")).contains(folder.resolve("projects/p1/files/logs/jobs/123.jsonl"));
        assertThat(jobs.path(null, "123")).contains(folder.resolve("projects/_none/files/logs/jobs/123.jsonl"));
    }

    @Test
    void aJobOfTheCallItselfCountsToo() throws IOException {
        start();

        log.info("argument", Fields.JOB_ID.of(7));
        log.atInfo().addKeyValue("job_id", 7).addKeyValue("projectId", "p2").log("key-value");
        flush();

        assertThat(messages("projects/_none/files/logs/jobs/7.jsonl")).containsExactly("argument");
        assertThat(messages("projects/p2/files/logs/jobs/7.jsonl")).containsExactly("key-value");
    }

    @Test
    void anIdInAnOptionalIsThatIdAndOneThatIsSuppliedIsTheContexts() throws IOException {
        start();

        log.atInfo()
                .addKeyValue("job_id", Optional.of(7))
                .addKeyValue("project_id", Optional.of("p2"))
                .log("optional");
        try (var job = LogContext.job(8)) {
            log.atInfo().addKeyValue("job_id", Optional.empty()).log("empty");
            log.atInfo().addKeyValue("job_id", (Supplier<Integer>) () -> 9).log("supplied");
        }
        flush();

        assertThat(messages("projects/p2/files/logs/jobs/7.jsonl")).containsExactly("optional");
        assertThat(messages("projects/_none/files/logs/jobs/8.jsonl")).containsExactly("empty", "supplied");
        assertThat(files()).hasSize(2);
    }

    @Test
    void anEventThatTellsNoProjectGoesWhereItsJobIs() throws IOException {
        start();
        log.atInfo().addKeyValue("job_id", 7).addKeyValue("project_id", "p").log("first");
        log.atInfo().addKeyValue("job_id", 7).log("second");
        flush();

        assertThat(messages("projects/p/files/logs/jobs/7.jsonl")).containsExactly("first", "second");
    }

    @Test
    void tenThousandJobsInAMomentLoseNothing() throws IOException {
        start();
        for (int job = 0; job < 10_000; job++) {
            log("job-" + job, "only event");
        }
        flush();

        FileStats stats = jobs.fileStats();
        assertThat(stats.written()).isEqualTo(10_000);
        assertThat(stats.openFiles()).isLessThanOrEqualTo(JobFileAppender.DEFAULT_OPEN_FILES);
        assertThat(files()).hasSize(10_000);
    }

    @Test
    void anInterruptedCallerWritesAllTheSame() throws IOException {
        start();
        Thread.currentThread().interrupt();
        log("1", "interrupted");
        assertThat(Thread.interrupted()).isTrue();
        log("1", "not interrupted");
        flush();

        assertThat(messages("projects/_none/files/logs/jobs/1.jsonl"))
                .containsExactly("interrupted", "not interrupted");
    }

    @Test
    void aLineLargerThanWhatIsWrittenTogetherIsWrittenWholeAndInItsPlace() throws IOException {
        PatternLayoutEncoder plain = new PatternLayoutEncoder();
        plain.setContext(context);
        plain.setPattern("%msg%n");
        plain.start();
        jobs.setEncoder(plain);
        start();
        List<String> lines = List.of("before", "x".repeat(200_000), "y".repeat(60_000), "z".repeat(60_000), "after");

        lines.forEach(line -> log("1", line));
        flush();

        assertThat(folder.resolve("projects/_none/files/logs/jobs/1.jsonl")).hasContent(String.join("\n", lines));
        assertThat(jobs.fileStats().written()).isEqualTo(5);
    }
}
