package io.pixsim.logging.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.pixsim.logging.Logging;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole application, with what Spring Boot itself makes of its properties. */
class StartedApplicationTest {

    @TempDir
    Path folder;

    @AfterEach
    void shutDown() {
        Logging.shutdown(Duration.ofSeconds(5));
        System.clearProperty(LoggingSystemProperty.LOG_FILE.getEnvironmentVariableName());
        System.clearProperty(LoggingSystemProperty.LOG_PATH.getEnvironmentVariableName());
    }

    @Test
    void theFileOfSpringBootHasEachLineOnce() throws Exception {
        Path file = folder.resolve("boot.log");

        run("--logging.file.name=" + file);

        assertThat(linesOf(file)).filteredOn("hello"::equals).hasSize(1);
    }

    @Test
    void theFileInTheFolderOfSpringBootHasEachLineOnce() throws Exception {
        run("--logging.file.path=" + folder);

        assertThat(linesOf(folder.resolve("spring.log")))
                .filteredOn("hello"::equals)
                .hasSize(1);
    }

    @Test
    void aFileThatIsNamedInBothWaysHasEachLineOnce() throws Exception {
        Path file = folder.resolve("both.log");

        run(
                "--logging.file.name=" + file,
                "--pixsim.logging.file=" + folder.resolve(".").resolve("both.log"));

        assertThat(linesOf(file)).filteredOn("hello"::equals).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"OFF,OFF", "false,OFF", "TRACE,TRACE", "debug,DEBUG"})
    void theLevelOfTheRootLoggerIsTheOneThatSpringBootTakes(String value, String level) {
        run("--logging.level.root=" + value);

        assertThat(((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).getLevel())
                .hasToString(level);
    }

    @Test
    void aRootLevelOfFatalShowsErrorsAsItDoesWithSpringBootAlone() throws Exception {
        Path file = folder.resolve("boot.log");

        run("--logging.level.root=FATAL", "--logging.file.name=" + file);

        assertThat(linesOf(file)).filteredOn("failed"::equals).hasSize(1);
    }

    @Test
    void aLevelOfItsOwnGoesBeforeThatOfSpringBoot() {
        run("--logging.level.root=OFF", "--pixsim.logging.level=ERROR");

        assertThat(((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).getLevel())
                .isEqualTo(Level.ERROR);
    }

    private static void run(String... properties) {
        SpringApplication application = new SpringApplication(Empty.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = application.run(properties)) {
            LoggerFactory.getLogger("a").info("hello");
            LoggerFactory.getLogger("a").error("failed");
            Logging.flush(Duration.ofSeconds(5));
        }
    }

    private static List<String> linesOf(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst(".*\"msg\":\"([^\"]*).*", "$1"))
                .toList();
    }

    @SpringBootConfiguration
    static class Empty {}
}
