package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.encode.Spelling;
import io.pixsim.logging.gate.Threshold;
import io.pixsim.logging.sink.Forwarding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken of code, system properties and the environment, and what is said of what can't be taken. */
class SettingsTest extends SettingsFixture {

    @Test
    void defaultsHoldWhereNothingIsSet() {
        Settings settings = resolve();

        assertThat(settings.origin().service()).isEqualTo("worker");
        assertThat(settings.origin().env()).isEqualTo("dev");
        assertThat(settings.format()).isEqualTo(Format.JSON);
        assertThat(settings.level()).isEqualTo(Severity.INFO);
        assertThat(settings.gate().sampling().stages().get("provider:status")).isEqualTo(1);
        assertThat(settings.gate().domains()).isEmpty();
        assertThat(settings.gate().jobSummaries()).isTrue();
        assertThat(settings.recordedBytes()).isZero();
        assertThat(settings.file()).isEmpty();
        assertThat(settings.forwarding()).isEmpty();
        assertThat(settings.jvm()).isEqualTo(new JvmSettings(true, true, false));
        assertThat(voice.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,262144", "on,262144", "1MB,1048576", "4KB,4096", "false,0"})
    void theRecorderIsSwitchedOnWithoutOrWithASize(String value, long bytes) {
        variables.put("PIXSIM_LOG_RECORDER", value);

        assertThat(resolve().recordedBytes()).isEqualTo(bytes);
        assertThat(voice.lines()).isEmpty();
    }

    @Test
    void whatIsDoneWithTheJvmIsReadWhereTheProgramLeavesItOpen() {
        variables.put("PIXSIM_LOG_UNCAUGHT", "false");
        variables.put("PIXSIM_LOG_BRIDGE_JUL", "false");
        variables.put("PIXSIM_LOG_JMX", "true");
        LoggingOptions options = LoggingOptions.forService("worker")
                .jvm(JvmOptions.builder().bridgeJul(true).build())
                .build();

        assertThat(resolve().jvm()).isEqualTo(new JvmSettings(false, false, true));
        assertThat(Settings.resolve(options, environment()).jvm()).isEqualTo(new JvmSettings(false, true, true));
    }

    @Test
    void linesAreSpelledAsTheProgramSaysElseAsTheEnvironmentDoes() {
        assertThat(resolve().spelling()).isEqualTo(Spelling.STANDARD);

        variables.put("PIXSIM_LOG_NAMES", "Job_Centric");
        variables.put("PIXSIM_LOG_UPPER_CASE_LEVELS", "true");
        assertThat(resolve().spelling()).isEqualTo(new Spelling(Names.JOB_CENTRIC, true));

        LoggingOptions code =
                options().names(Names.PIXSIM).upperCaseLevels(false).build();
        assertThat(Settings.resolve(code, environment()).spelling()).isEqualTo(Spelling.STANDARD);
        assertThat(voice.lines()).isEmpty();
    }

    @Test
    void theEnvironmentIsRead() {
        variables.put("PIXSIM_ENV", "prod");
        variables.put("PIXSIM_LOG_FORMAT", "Human");
        variables.put("PIXSIM_LOG_LEVEL", " debug ");
        variables.put("PIXSIM_LOG_SAMPLING_PROVIDER_STATUS", "5");
        variables.put("PIXSIM_LOG_DOMAINS", "account:debug, cron:off");
        variables.put("PIXSIM_LOG_INGESTION_URL", URL.toString());
        variables.put("PIXSIM_LOG_INGESTION_BATCH_SIZE", "50");
        variables.put("PIXSIM_LOG_INGESTION_FLUSH_INTERVAL", "0.25");
        variables.put("PIXSIM_LOG_SPOOL_DIR", "/var/spool/worker");

        Settings settings = resolve();

        assertThat(settings.spoolFolder()).contains(Path.of("/var/spool/worker"));
        assertThat(settings.origin().env()).isEqualTo("prod");
        assertThat(settings.format()).isEqualTo(Format.HUMAN);
        assertThat(settings.level()).isEqualTo(Severity.DEBUG);
        assertThat(settings.gate().sampling().stages().get("provider:status")).isEqualTo(5);
        assertThat(settings.gate().domains()).isEqualTo(Map.of("account", Threshold.DEBUG, "cron", Threshold.OFF));
        assertThat(settings.forwarding()).contains(new Forwarding(URL, 50, Duration.ofMillis(250)));
        assertThat(voice.lines()).isEmpty();
    }

    @Test
    void codeIsBeforeSystemPropertyIsBeforeEnvironment() {
        variables.put("PIXSIM_LOG_LEVEL", "ERROR");
        assertThat(resolve().level()).isEqualTo(Severity.ERROR);

        properties.put("pixsim.log.level", "WARNING");
        assertThat(resolve().level()).isEqualTo(Severity.WARNING);

        properties.put("PIXSIM_LOG_LEVEL", "DEBUG");
        assertThat(resolve().level()).isEqualTo(Severity.DEBUG);

        LoggingOptions code = options().level(Severity.CRITICAL).build();
        assertThat(Settings.resolve(code, environment()).level()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void theOlderNameOfTheLevelStillCounts() {
        variables.put("LOG_LEVEL", "WARN");
        assertThat(resolve().level()).isEqualTo(Severity.WARNING);

        variables.put("PIXSIM_LOG_LEVEL", "INFO");
        assertThat(resolve().level()).isEqualTo(Severity.INFO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PIXSIM_LOG_LEVEL | loud | one of DEBUG, INFO, WARNING, ERROR, CRITICAL; taking INFO",
                "PIXSIM_LOG_FORMAT | xml | json or human; taking JSON",
                "PIXSIM_LOG_NAMES | camel | pixsim or job_centric; taking PIXSIM",
                "PIXSIM_LOG_UPPER_CASE_LEVELS | loud | true or false; taking false",
                "PIXSIM_LOG_SAMPLING_PROVIDER_STATUS | often | a whole number from 1; taking 1",
                "PIXSIM_LOG_SAMPLING_PROVIDER_STATUS | 0 | a whole number from 1; taking 1",
                "PIXSIM_LOG_SAMPLE_JOBS | -1 | a whole number from 1; taking 1",
                "PIXSIM_LOG_SLOW_REQUEST | 0 | a number of seconds above 0, up to 3600; taking 1.0",
                "PIXSIM_LOG_RATE_LIMIT | 0 | a whole number from 1; taking none: nothing is limited",
                "PIXSIM_LOG_COLLAPSE_DUPLICATES | ever | a number of seconds above 0, up to 3600;"
                        + " taking none: duplicates are written",
                "PIXSIM_LOG_RECORDER | 100 | true, false or a size from 4KB; taking false: nothing is recorded",
                "PIXSIM_LOG_JOB_SUMMARY | maybe | true or false; taking true",
                "PIXSIM_LOG_COLLAPSE_POLLING | force | true or false; taking false",
                "PIXSIM_LOG_ENABLE_HTTP | maybe | true, false or force; taking true",
                "PIXSIM_LOG_INGESTION_URL | localhost:8001 | an http(s) URL; taking none: events are not forwarded",
                "PIXSIM_LOG_INGESTION_URL | http://host:65536/x | an http(s) URL; taking none: events are not forwarded",
                "PIXSIM_LOG_INGESTION_URL | http://host:0/x | an http(s) URL; taking none: events are not forwarded",
                "PIXSIM_LOG_INGESTION_URL | http://some_host:99999/x | an http(s) URL;"
                        + " taking none: events are not forwarded",
                "PIXSIM_LOG_INGESTION_URL | http://:8001/x | an http(s) URL; taking none: events are not forwarded",
                "PIXSIM_LOG_INGESTION_FORMAT | xml | pixsim, otlp or bulk; taking pixsim",
                "PIXSIM_LOG_INGESTION_BATCH_SIZE | 501 | a whole number from 1 to 500;"
                        + " taking what load and endpoint make sensible",
                "PIXSIM_LOG_INGESTION_BATCH_SIZE | ten | a whole number from 1 to 500;"
                        + " taking what load and endpoint make sensible",
                "PIXSIM_LOG_INGESTION_IN_FLIGHT | 17 | a whole number from 1 to 16; taking 1",
                "PIXSIM_LOG_INGESTION_IN_FLIGHT | 0 | a whole number from 1 to 16; taking 1",
                "PIXSIM_LOG_INGESTION_IN_FLIGHT | four | a whole number from 1 to 16; taking 1",
                "PIXSIM_LOG_SPOOL_DIR | no\0folder | a folder; taking none: events wait in memory",
                "PIXSIM_LOG_INGESTION_FLUSH_INTERVAL | 0 | a number of seconds above 0, up to 3600; taking 5.0",
                "PIXSIM_LOG_INGESTION_FLUSH_INTERVAL | 1e999 | a number of seconds above 0, up to 3600; taking 5.0",
                "PIXSIM_LOG_SLOW_REQUEST | 1e999999999 | a number of seconds above 0, up to 3600; taking 1.0",
                "PIXSIM_LOG_SLOW_REQUEST | 1e-999999999 | a number of seconds above 0, up to 3600; taking 1.0"
            })
    void aWrongValueIsToldInOneLineAndTheDefaultTaken(String name, String value, String told) {
        variables.put("PIXSIM_LOG_INGESTION_URL", URL.toString());
        variables.put(name, value);

        resolve();
        resolve();

        assertThat(voice.lines())
                .containsExactly("pixsim-logging: " + name + " is '" + value + "', which is not " + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PIXSIM_LOG_DOMAINS | account:DEBUG,cron:loud | cron:loud | domain:LEVEL or domain:OFF",
                "PIXSIM_LOG_SAMPLE_STAGES | retry:decision:2,cron:tick | cron:tick |"
                        + " stage:rate with a whole number from 1",
                "PIXSIM_LOG_SAMPLE_PATHS | /a:2,/b:0 | /b:0 | path:rate with a whole number from 1"
            })
    void aWrongItemIsToldInOneLineAndLeftOut(String name, String value, String item, String allowed) {
        variables.put(name, value);

        resolve();

        assertThat(voice.lines())
                .containsExactly("pixsim-logging: " + name + " has '" + item + "', which is not " + allowed
                        + "; leaving it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankVariableIsAnUnsetOne(String blank) {
        variables.put("PIXSIM_LOG_LEVEL", blank);

        assertThat(resolve().level()).isEqualTo(Severity.INFO);
        assertThat(voice.lines()).isEmpty();
    }

    @Test
    void codeIsRefusedAtOnceWithTheRelationAndTheValue() {
        assertThatThrownBy(() -> LoggingOptions.forService(" ")).hasMessage("service is blank");
        assertThatThrownBy(() -> options().env("")).hasMessage("env is blank");
        assertThatThrownBy(() -> options().samplingProviderStatus(0)).hasMessage("samplingProviderStatus < 1: 0");
        assertThatThrownBy(() -> GateOptions.builder().domainOff(" ")).hasMessage("domain is blank");
        assertThatThrownBy(() -> GateOptions.builder().sampleStage(Stage.PROVIDER_STATUS, 0))
                .hasMessage("rate < 1: 0");
        assertThatThrownBy(() -> GateOptions.builder().samplePath("", 2)).hasMessage("template is blank");
        assertThatThrownBy(() -> GateOptions.builder().slowRequest(Duration.ZERO))
                .hasMessage("slowRequest <= 0: PT0S");
        assertThatThrownBy(() -> GateOptions.builder().sampleJobs(-1)).hasMessage("rate < 1: -1");
        assertThatThrownBy(() -> GateOptions.builder().rateLimit(0)).hasMessage("perSecond < 1: 0");
        assertThatThrownBy(() -> GateOptions.builder().collapseDuplicates(Duration.ZERO))
                .hasMessage("window <= 0: PT0S");
        assertThatThrownBy(() -> options().batchSize(0)).hasMessage("batchSize not in 1..500: 0");
        assertThatThrownBy(() -> options().level(null)).hasMessage("level");
        assertThatThrownBy(() -> options().names(null)).hasMessage("names");
        assertThatThrownBy(() -> options().files(null)).hasMessage("options");
        assertThatThrownBy(() -> options().flushInterval(null)).hasMessage("flushInterval");
        assertThatThrownBy(() -> options().flushInterval(Duration.ZERO)).hasMessage("flushInterval <= 0: PT0S");
        assertThatThrownBy(() -> options().ingestionUrl(URI.create("file:/x")))
                .hasMessage("url is not http(s)://host…");
    }
}
