package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.status.Status;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.TestVoice;
import io.pixsim.logging.jobs.JobPattern;
import io.pixsim.logging.rolling.Rotation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The files that the guides of the services describe, by options, by environment and by the includes of the jar. */
class FilePresetsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}";

    private final Map<String, String> variables = new HashMap<>();
    private final TestVoice voice = new TestVoice();
    private final PrintStream console = System.out;
    private final LoggerContext own = new LoggerContext();

    @TempDir
    Path folder;

    @BeforeEach
    void silence() {
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        Logging.shutdown(LONG);
        own.stop();
        System.setOut(console);
    }

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
        variables.put("PIXSIM_LOG_KEEP_SIZE", "500MB");

        FileSettings files = resolve("worker");

        assertThat(files.json()).contains(false);
        assertThat(files.folder()).contains(Path.of("data"));
        assertThat(files.sets()).containsExactlyInAnyOrder(FileSet.JOBS, FileSet.LEVELS);
        assertThat(files.jobPattern()).isEqualTo(JobPattern.of("jobs/{jobId}.jsonl"));
        assertThat(files.openJobFiles()).isEqualTo(32);
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

        FileSettings files = resolve("worker");

        assertThat(files.jobPattern()).isEqualTo(JobPattern.DEFAULT);
        assertThat(files.openJobFiles()).isEqualTo(256);
        assertThat(files.sets()).containsExactly(FileSet.JOBS);
        assertThat(voice.lines())
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).contains("JSON_LOGS is 'maybe', which is not true or false"))
                .anySatisfy(line -> assertThat(line).contains("PIXSIM_LOG_FILES has 'everything'"))
                .anySatisfy(line -> assertThat(line).contains("PIXSIM_LOG_JOB_PATTERN is '../{jobId}'"));
    }

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

    @ParameterizedTest
    @CsvSource({"service-files.xml,true", "service-files-plain.xml,false"})
    void theIncludeOfServiceFilesWritesThem(String include, boolean json) throws Exception {
        own.putProperty("LOG_FILE", folder.resolve("backend.log").toString());
        own.putProperty("ERROR_LOG_FILE", folder.resolve("errors.log").toString());
        include(include, "service-file", "error-file");

        own.getLogger("x").info("fine");
        own.getLogger("x").error("broken");
        own.stop();

        assertThat(read("backend.log")).hasSize(2).allMatch(line -> line.startsWith("{") == json);
        assertThat(read("errors.log")).singleElement().asString().contains("broken");
    }

    @Test
    void theIncludeOfLevelFilesWritesThem() throws Exception {
        own.putProperty("PIXSIM_LOG_DIR", folder.toString());
        include("level-files.xml", "info-log", "error-log", "debug-log", "services-log");

        own.getLogger("services.auth").debug("entered");
        own.getLogger("x").error("broken");
        own.stop();

        assertThat(read("info.log")).hasSize(1);
        assertThat(read("error.log")).hasSize(1);
        assertThat(read("debug.log")).hasSize(2);
        assertThat(read("services.log"))
                .singleElement()
                .asString()
                .contains("services.auth - DEBUG - theIncludeOfLevelFilesWritesThem:");
    }

    @Test
    void theIncludeOfJobFilesWritesThem() throws Exception {
        own.putProperty("PIXSIM_LOG_DIR", folder.toString());
        own.putProperty("PIXSIM_SERVICE", "worker");
        include("job-files.xml", "runtime", "jobs");

        own.getLogger("x")
                .atInfo()
                .addKeyValue("projectId", "p1")
                .addKeyValue("jobId", "j1")
                .log("started");
        own.stop();

        assertThat(read("runtime/logs/worker.jsonl"))
                .singleElement()
                .asString()
                .startsWith("{\"ts\":")
                .contains("\"component\":\"worker\"");
        assertThat(read("projects/p1/files/logs/jobs/j1.jsonl")).hasSize(1);
    }

    private void include(String name, String... appenders) throws Exception {
        StringBuilder references = new StringBuilder();
        for (String appender : appenders) {
            references.append("<appender-ref ref=\"").append(appender).append("\" />");
        }
        String xml = "<configuration><include resource=\"io/pixsim/logging/presets/" + name
                + "\" /><root level=\"DEBUG\">" + references + "</root></configuration>";
        own.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(own);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(own.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getEffectiveLevel() >= Status.WARN)
                .isEmpty();
    }

    private static Logger configure(FileOptions.Builder files) {
        return Logging.configure(
                LoggingOptions.forService("worker").files(files.build()).build());
    }

    private FileSettings resolve(String service) {
        return Settings.resolve(
                        LoggingOptions.forService(service).build(),
                        new Environment(name -> null, variables::get, voice.diagnostics()))
                .files();
    }

    private List<String> read(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
