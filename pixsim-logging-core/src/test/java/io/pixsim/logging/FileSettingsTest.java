package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.jobs.JobPattern;
import io.pixsim.logging.rolling.Rotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files the environment asks for. */
class FileSettingsTest extends PresetsFixture {

    @Test
    void nothingIsWrittenWhereNothingIsSet() {
        FileSettings files = resolve("worker");

        assertThat(files.serviceFile()).isEmpty();
        assertThat(files.errorFile()).isEmpty();
        assertThat(files.folder()).isEmpty();
        assertThat(voice.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"api,backend.log", "worker,worker.log", "render-worker,worker.log", "workers-hub,backend.log"})
    void theServiceDecidesWhichFileIsIts(String service, String file) {
        variables.put("LOG_FILE", "data/logs/backend.log");
        variables.put("WORKER_LOG_FILE", "data/logs/worker.log");

        assertThat(resolve(service).serviceFile()).contains(Path.of("data/logs", file));
    }

    @Test
    void aWorkerWithoutAFileOfItsOwnSharesTheOther() {
        variables.put("LOG_FILE", "data/logs/backend.log");

        assertThat(resolve("worker").serviceFile()).contains(Path.of("data/logs/backend.log"));
    }

    @ParameterizedTest
    @CsvSource({"dev,7", "staging,14", "prod,30", "anything,30"})
    void theEnvironmentDecidesHowLongFilesAreKept(String env, int days) {
        variables.put("PIXSIM_ENV", env);

        FileSettings files = resolve("worker");

        assertThat(files.ofService()).isEqualTo(Rotation.daily(days));
        assertThat(files.ofErrors()).isEqualTo(Rotation.weekly(90));
    }

    @Test
    void theOtherSettingsAreRead() {
        variables.put("JSON_LOGS", "false");
        variables.put("PIXSIM_LOG_DIR", "data");
        variables.put("PIXSIM_LOG_FILES", "jobs, levels");
        variables.put("PIXSIM_LOG_JOB_PATTERN", "jobs/{jobId}.jsonl");
        variables.put("PIXSIM_LOG_JOB_OPEN_FILES", "32");
        variables.put("PIXSIM_LOG_KEEP_DAYS", "120");
        variables.put("PIXSIM_LOG_FILE_GATHER", "0.1");
        variables.put("PIXSIM_LOG_KEEP_SIZE", "500MB");

        FileSettings files = resolve("worker");

        assertThat(files.json()).contains(false);
        assertThat(files.folder()).contains(Path.of("data"));
        assertThat(files.sets()).containsExactlyInAnyOrder(FileSet.JOBS, FileSet.LEVELS);
        assertThat(files.jobPattern()).isEqualTo(JobPattern.of("jobs/{jobId}.jsonl"));
        assertThat(files.openJobFiles()).isEqualTo(32);
        assertThat(files.gather()).isEqualTo(Duration.ofMillis(100));
        assertThat(files.ofErrors().keepFor()).isEqualTo(Duration.ofDays(120));
        assertThat(files.keepBytes()).isEqualTo(500L << 20);
        assertThat(voice.lines()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldAndTheDefaultTaken() {
        variables.put("JSON_LOGS", "maybe");
        variables.put("PIXSIM_LOG_FILES", "jobs,everything");
        variables.put("PIXSIM_LOG_JOB_PATTERN", "../{jobId}");
        variables.put("PIXSIM_LOG_JOB_OPEN_FILES", "0");
        variables.put("PIXSIM_LOG_KEEP_SIZE", "much");
        variables.put("PIXSIM_LOG_FILE_GATHER", "2");

        FileSettings files = resolve("worker");

        assertThat(files.jobPattern()).isEqualTo(JobPattern.DEFAULT);
        assertThat(files.openJobFiles()).isEqualTo(256);
        assertThat(files.gather()).isEqualTo(Duration.ofMillis(20));
        assertThat(files.sets()).containsExactly(FileSet.JOBS);
        assertThat(voice.lines())
                .hasSize(6)
                .anySatisfy(line -> assertThat(line)
                        .contains("PIXSIM_LOG_FILE_GATHER is '2', which is not a number of seconds above 0, up to 1;"
                                + " taking 0.02"))
                .anySatisfy(line -> assertThat(line).endsWith("a size such as 500MB; taking 10GB"))
                .anySatisfy(line -> assertThat(line).contains("JSON_LOGS is 'maybe', which is not true or false"))
                .anySatisfy(line -> assertThat(line).contains("PIXSIM_LOG_FILES has 'everything'"))
                .anySatisfy(line -> assertThat(line).contains("PIXSIM_LOG_JOB_PATTERN is '../{jobId}'"));
    }

    @Test
    void theSizeThatIsNamedAsTheDefaultIsIt() {
        FileSettings unset = resolve("worker");
        variables.put("PIXSIM_LOG_KEEP_SIZE", "10GB");

        assertThat(resolve("worker").ofService()).isEqualTo(unset.ofService());
    }
}
