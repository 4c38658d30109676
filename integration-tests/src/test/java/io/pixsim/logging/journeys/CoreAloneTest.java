package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens where nothing on the class path does what the environment asks for. */
class CoreAloneTest {

    @Test
    void aUrlWithoutTheForwarderIsToldInOneLineAndEverythingElseWorks() throws Exception {
        Map<String, String> environment = Map.of("PIXSIM_LOG_INGESTION_URL", "http://localhost:1/ingest");

        try (ChildJvm child = ChildJvm.run(classPathWithoutForwarder(), ExitingChild.class, environment, "main", "2")) {
            assertThat(child.awaitExit()).isZero();

            assertThat(child.lines())
                    .filteredOn(line -> line.startsWith("pixsim-logging:"))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("PIXSIM_LOG_INGESTION_URL is set", "io.pixsim:pixsim-logging-http"));
            assertThat(child.lines()).filteredOn(line -> line.startsWith("{")).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIXSIM_LOG_DB_URL", "LOG_DATABASE_URL"})
    void aDatabaseWithoutTheCollectorIsToldInOneLineAndWithoutItsPassword(String variable) throws Exception {
        Map<String, String> environment = Map.of(variable, "postgresql://worker:hunter2@db:5432/logs");

        try (ChildJvm child = ChildJvm.run(classPathWithoutForwarder(), ExitingChild.class, environment, "main", "2")) {
            assertThat(child.awaitExit()).isZero();

            assertThat(child.lines())
                    .filteredOn(line -> line.startsWith("pixsim-logging:"))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains(
                                    variable + " is set",
                                    "io.pixsim:pixsim-logging-collector",
                                    "io.pixsim:pixsim-logging-http")
                            .doesNotContain("hunter2"));
            assertThat(child.lines()).filteredOn(line -> line.startsWith("{")).hasSize(2);
        }
    }

    private static String classPathWithoutForwarder() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("pixsim-logging-http") && !entry.contains("okhttp"))
                .filter(entry -> !entry.contains("pixsim-logging-collector"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
