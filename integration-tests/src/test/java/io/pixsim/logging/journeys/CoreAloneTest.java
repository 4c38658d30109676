package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens where nothing on the class path does what the environment asks for. */
class CoreAloneTest {

    @Test
    void aUrlWithoutTheForwarderIsToldInOneLineAndEverythingElseWorks() throws Exception {
        String told = toldBesideTwoEvents(Map.of("PIXSIM_LOG_INGESTION_URL", "http://localhost:1/ingest"));

        assertThat(told).contains("PIXSIM_LOG_INGESTION_URL is set", "io.pixsim:pixsim-logging-http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIXSIM_LOG_DB_URL", "LOG_DATABASE_URL"})
    void aDatabaseWithoutTheCollectorIsToldInOneLineAndWithoutItsPassword(String variable) throws Exception {
        String told = toldBesideTwoEvents(Map.of(variable, "postgresql://worker:hunter2@db:5432/logs"));

        assertThat(told)
                .contains(variable + " is set", "io.pixsim:pixsim-logging-collector", "io.pixsim:pixsim-logging-http")
                .doesNotContain("hunter2");
    }

    /** The one line that a process says of its logging, which writes both of its events and ends well. */
    private static String toldBesideTwoEvents(Map<String, String> environment) throws Exception {
        try (ChildJvm child = ChildJvm.run(classPathWithoutForwarder(), ExitingChild.class, environment, "main", "2")) {
            assertThat(child.awaitExit()).isZero();

            assertThat(child.lines()).filteredOn(line -> line.startsWith("{")).hasSize(2);
            List<String> told = child.lines().stream()
                    .filter(line -> line.startsWith("pixsim-logging:"))
                    .toList();
            assertThat(told).hasSize(1);
            return told.get(0);
        }
    }

    private static String classPathWithoutForwarder() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("pixsim-logging-http") && !entry.contains("okhttp"))
                .filter(entry -> !entry.contains("pixsim-logging-collector"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
