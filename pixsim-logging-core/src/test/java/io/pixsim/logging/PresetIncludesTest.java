package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.status.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

/** The presets in logback.xml. */
class PresetIncludesTest extends PresetsFixture {

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
    void aWorkerTellsTheIncludeItsFile() throws Exception {
        own.putProperty("WORKER_LOG_FILE", folder.resolve("worker.log").toString());
        own.putProperty("ERROR_LOG_FILE", folder.resolve("errors.log").toString());
        configure(
                "<property name=\"LOG_FILE\" value=\"${WORKER_LOG_FILE}\" />",
                "service-files.xml",
                "service-file",
                "error-file");

        own.getLogger("x").info("fine");
        own.stop();

        assertThat(read("worker.log")).hasSize(1);
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
        configure("", name, appenders);
    }

    private void configure(String before, String name, String... appenders) throws Exception {
        StringBuilder references = new StringBuilder();
        for (String appender : appenders) {
            references.append("<appender-ref ref=\"").append(appender).append("\" />");
        }
        String xml = "<configuration>" + before + "<include resource=\"io/pixsim/logging/presets/" + name
                + "\" /><root level=\"DEBUG\">" + references + "</root></configuration>";
        own.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(own);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(own.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getEffectiveLevel() >= Status.WARN)
                .isEmpty();
    }
}
