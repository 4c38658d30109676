package io.pixsim.logging.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.Logging;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

class PixSimLoggingListenerTest {

    @TempDir
    Path folder;

    @AfterEach
    void shutDown() {
        Logging.shutdown(Duration.ofSeconds(5));
    }

    @Test
    void itConfiguresWhatThePropertiesSay() throws Exception {
        Path file = folder.resolve("api.jsonl");

        prepare(Map.of(
                "spring.application.name", "api",
                "pixsim.logging.file", file.toString(),
                "pixsim.logging.redact-keys", "shot_code",
                "pixsim.logging.level", "DEBUG"));
        LoggerFactory.getLogger("a").debug("hello shot_code={}", "12345");

        assertThat(Files.readString(file)).contains("\"service\":\"api\"", "shot_code=***redacted***");
    }

    @Test
    void namesAndLevelsAreSpelledAsThePropertiesSay() throws Exception {
        Path file = folder.resolve("api.jsonl");

        prepare(Map.of(
                "spring.application.name", "api",
                "pixsim.logging.file", file.toString(),
                "pixsim.logging.names", "job_centric",
                "pixsim.logging.upper-case-levels", "true"));
        LoggerFactory.getLogger("a").warn("hello");

        assertThat(Files.readString(file))
                .startsWith("{\"ts\":")
                .contains("\"level\":\"WARN\"", "\"component\":\"api\"");
    }

    @Test
    void itOpensTheFrontDoorAgainAfterAReset() throws Exception {
        Path file = folder.resolve("api.jsonl");
        Map<String, Object> properties = Map.of("pixsim.logging.file", file.toString());
        prepare(properties);

        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
        prepare(properties);
        LoggerFactory.getLogger("a").info("once");

        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void theLevelOfTheRootLoggerIsThatOfSpringBootUnlessThereIsOneOfItsOwn() {
        prepare(Map.of("logging.level.root", "WARN"));

        assertThat(root().getLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void theFileThatSpringBootWasToWriteIsWritten() throws Exception {
        Path file = folder.resolve("boot.log");

        prepare(Map.of("logging.file.name", file.toString()));
        LoggerFactory.getLogger("a").info("hello");
        Logging.flush(Duration.ofSeconds(5));

        assertThat(Files.readString(file)).contains("\"msg\":\"hello\"");
    }

    @Test
    void aFileOfSpringBootsThatIsNoPathIsLeftOutAlone() {
        prepare(Map.of("logging.file.name", "api\0.log", "pixsim.logging.level", "ERROR"));

        assertThat(root().getLevel()).isEqualTo(Level.ERROR);
    }

    @Test
    void valuesThatCannotBeUsedAreLeftOut() throws Exception {
        Path file = folder.resolve("api.jsonl");

        prepare(Map.of(
                "pixsim.logging.file", file.toString(),
                "pixsim.logging.format", "xml",
                "pixsim.logging.names", "camel",
                "pixsim.logging.level", "LOUD",
                "pixsim.logging.ingestion.batch-size", "0",
                "pixsim.logging.ingestion.url", "ftp://nowhere"));
        LoggerFactory.getLogger("a").info("still there");

        assertThat(Files.readString(file)).contains("still there");
    }

    @Test
    void aPropertyOfTheWrongTypeIsLeftOutAlone() throws Exception {
        Path file = folder.resolve("api.jsonl");

        prepare(Map.of(
                "pixsim.logging.file", file.toString(),
                "pixsim.logging.service", "api",
                "pixsim.logging.jmx", "perhaps",
                "pixsim.logging.requests.slow", "soon",
                "pixsim.logging.ingestion.batch-size", "many"));
        LoggerFactory.getLogger("a").info("still there");

        assertThat(Files.readString(file)).contains("still there", "\"service\":\"api\"");
    }

    @Test
    void itStandsAsideWhereItIsOffOrAFileConfiguresLogback() {
        prepare(Map.of("pixsim.logging.enabled", "false"));
        prepare(Map.of("logging.config", "classpath:own.xml"));

        assertThat(root().getAppender("pixsim")).isNull();
    }

    @Test
    void itStandsAsideForAFileThatOnlyTheApplicationsClassLoaderSees() throws Exception {
        Files.writeString(folder.resolve("logback-spring.xml"), "<configuration/>");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            prepare(new SpringApplication(new DefaultResourceLoader(loader)), Map.of());

            assertThat(root().getAppender("pixsim")).isNull();
        }
    }

    private static ch.qos.logback.classic.Logger root() {
        return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static void prepare(Map<String, Object> properties) {
        prepare(new SpringApplication(), properties);
    }

    private static void prepare(SpringApplication application, Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        new PixSimLoggingListener()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), application, new String[0], environment));
    }
}
