package io.pixsim.logging.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.FileLoss;
import org.junit.jupiter.api.Test;

/** When the file of a job is opened and closed. */
class JobFileLifeTest extends JobFilesFixture {

    @Test
    void noMoreFilesAreOpenThanAllowedAndEveryLineIsInItsFile() throws IOException {
        jobs.setMaxOpenFiles(8);
        start();

        for (int round = 0; round < 5; round++) {
            for (int job = 0; job < 300; job++) {
                log(String.valueOf(job), "round " + round);
            }
            assertThat(jobs.fileStats().openFiles()).isLessThanOrEqualTo(8);
        }
        flush();

        assertThat(files()).hasSize(300);
        for (int job = 0; job < 300; job++) {
            assertThat(messages("projects/_none/files/logs/jobs/" + job + ".jsonl"))
                    .containsExactly("round 0", "round 1", "round 2", "round 3", "round 4");
        }
        assertThat(jobs.fileStats().written()).isEqualTo(1500);
    }

    @Test
    void theFileOfAJobThatEndedIsClosedAndOpenedAgainWhenNeeded() throws IOException {
        start();
        log("1", "before");
        flush();

        jobs.end("1");
        await(() -> jobs.fileStats().openFiles() == 0);
        log("1", "after");
        flush();

        assertThat(messages("projects/_none/files/logs/jobs/1.jsonl")).containsExactly("before", "after");
    }

    @Test
    void theFileIsClosedWhenTheLastScopeOfItsJobEnds() throws IOException {
        start();
        try (var outer = LogContext.job("1")) {
            try (var inner = LogContext.job("1")) {
                log.info("inner");
            }
            log.info("outer");
            flush();
            assertThat(jobs.fileStats().openFiles()).isEqualTo(1);
        }

        await(() -> jobs.fileStats().openFiles() == 0);
        assertThat(messages("projects/_none/files/logs/jobs/1.jsonl")).containsExactly("inner", "outer");
    }

    @Test
    void theFileOfAJobThatNoScopeBindsIsClosedWhenItCompletes() throws IOException {
        start();
        log("1", "before");
        flush();
        log.info(Stage.PROVIDER_COMPLETE, "rendered", Fields.JOB_ID.of("1"));

        await(() -> jobs.fileStats().openFiles() == 0);
        log("1", "after");
        flush();

        assertThat(jobs.fileStats().openFiles()).isEqualTo(1);
        assertThat(messages("projects/_none/files/logs/jobs/1.jsonl")).containsExactly("before", "rendered", "after");
    }

    @Test
    void whatIsToldOfAJobThatHasEndedDoesNotKeepItsFileOpen() {
        start();
        log("1", "before");
        flush();
        jobs.end("1");
        log.info(Stage.JOB_END, "job ended", Fields.JOB_ID.of("1"));
        flush();

        await(() -> jobs.fileStats().openFiles() == 0);
    }

    @Test
    void aFileThatNothingIsWrittenToIsClosed() {
        jobs.setIdleSeconds(1);
        start();
        log("1", "before");
        flush();

        await(() -> jobs.fileStats().openFiles() == 0);

        assertThat(jobs.fileStats().written()).isEqualTo(1);
    }

    @Test
    void afterTheStopEventsAreCountedAsLost() {
        start();
        log("1", "before");
        jobs.stop();

        log("1", "after");

        assertThat(jobs.fileStats().lost()).containsEntry(FileLoss.CLOSED, 1L);
        assertThat(jobs.fileStats().written()).isEqualTo(1);
    }
}
