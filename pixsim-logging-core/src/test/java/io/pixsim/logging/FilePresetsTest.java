package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the presets write. */
class FilePresetsTest extends PresetsFixture {

    private static final String TIME = "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}";

    @Test
    void errorsAreInTheirFileToo() throws IOException {
        Logger log = configure(FileOptions.builder()
                .serviceFile(folder.resolve("worker.log"))
                .errorFile(folder.resolve("errors.log")));

        log.info("fine");
        log.error("broken");
        log.error(Severity.CRITICAL, "database connection lost");
        Logging.flush(LONG);

        assertThat(read("worker.log")).hasSize(3).first().asString().startsWith("{\"timestamp\"");
        assertThat(read("errors.log"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"level\":\"error\"", "broken"),
                        line -> assertThat(line).contains("\"level\":\"critical\""));
    }

    @Test
    void linesForPeopleAreThoseOfTheGuide() throws IOException {
        Logger log = configure(
                FileOptions.builder().serviceFile(folder.resolve("worker.log")).json(false));

        try (var job = LogContext.job(123)) {
            log.info(Stage.PIPELINE_START, "Processing job");
            log.error(Severity.CRITICAL, "lost\nagain job_id=9");
        }
        log.info("plain");
        Logging.flush(LONG);

        assertThat(read("worker.log"))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches(TIME + " - worker - INFO - Processing job stage=pipeline:start job_id=123"),
                        line -> assertThat(line)
                                .matches(TIME + " - worker - CRITICAL - lost\\\\nagain job_id:9 job_id=123"),
                        line -> assertThat(line)
                                .matches(TIME
                                        + " - io.pixsim.logging.jobs - WARNING - job ended stage=job:end job_id=123"
                                        + " duration_ms=\\d+ outcome=unknown attempts=0 .*findings=\\[\"no_outcome\"]"),
                        line -> assertThat(line).matches(TIME + " - worker - INFO - plain"));
    }

    @Test
    void secretsAreHiddenInLinesForPeople() throws IOException {
        Logger log = configure(
                FileOptions.builder().serviceFile(folder.resolve("worker.log")).json(false));

        log.atInfo()
                .addKeyValue("api_key", "k-0123456789")
                .setCause(new IllegalStateException("password=hunter2secret"))
                .log("token=abcdef0123456789");
        Logging.flush(LONG);

        assertThat(Files.readString(folder.resolve("worker.log")))
                .contains("***redacted***", "IllegalStateException")
                .doesNotContain("k-0123456789", "hunter2secret", "abcdef0123456789");
    }

    @Test
    void eachLevelHasItsFileAndServicesTheirs() throws IOException {
        Logging.configure(LoggingOptions.forService("api")
                .level(Severity.DEBUG)
                .files(FileOptions.builder().folder(folder).sets(FileSet.LEVELS).build())
                .build());

        LoggerFactory.getLogger("api").debug("entered");
        LoggerFactory.getLogger("services.auth_service").info("authenticated");
        LoggerFactory.getLogger("servicesX").error("failed");
        Logging.flush(LONG);

        assertThat(read("debug.log")).hasSize(3);
        assertThat(read("info.log")).hasSize(2);
        assertThat(read("error.log")).singleElement().asString().contains(" - servicesX - ERROR - ");
        assertThat(read("services.log"))
                .singleElement()
                .asString()
                .matches(TIME + " - services\\.auth_service - INFO - eachLevelHasItsFileAndServicesTheirs:\\d+"
                        + " - authenticated");
    }

    @Test
    void serviceAndJobsAreInTheFolder() throws IOException {
        Logger log = configure(FileOptions.builder().folder(folder));

        try (var job = LogContext.job("j1")) {
            log.info("of a job");
        }
        log.info("of none");
        Logging.flush(LONG);

        assertThat(read("runtime/logs/worker.jsonl")).hasSize(2);
        Path path = Logging.jobLogPath(null, "j1").orElseThrow();
        assertThat(path).isEqualTo(folder.resolve("projects/_none/files/logs/jobs/j1.jsonl"));
        assertThat(Files.readAllLines(path)).singleElement().asString().contains("of a job");
        assertThat(Logging.stats().files().written()).isEqualTo(3);
        assertThat(Logging.stats().files().lost()).isEmpty();
    }

    @Test
    void withoutFilesOfJobsThereIsNoPath() {
        Logging.configure("worker");

        assertThat(Logging.jobLogPath("p", "1")).isEmpty();
    }

    @Test
    void whatWasLoggedBeforeAReconfigurationIsWritten() throws IOException {
        Logger log = configure(FileOptions.builder().serviceFile(folder.resolve("a.log")));
        log.info("one");
        configure(FileOptions.builder().serviceFile(folder.resolve("b.log")));
        log.info("two");
        Logging.shutdown(LONG);

        assertThat(read("a.log")).singleElement().asString().contains("one");
        assertThat(read("b.log")).singleElement().asString().contains("two");
        assertThat(Logging.stats().files().written()).isEqualTo(2);
    }

    private static Logger configure(FileOptions.Builder files) {
        return Logging.configure(
                LoggingOptions.forService("worker").files(files.build()).build());
    }
}
