package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.sink.SinkProvider;
import io.pixsim.logging.sink.SinkSettings;
import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sink providers of others that fail in each way: the program does not notice, and its events are forwarded. */
class BrokenProvidersTest {

    private static final int EVENTS = 5;

    @TempDir
    Path folder;

    private final IngestServer endpoint = IngestServer.start();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void oneThatThrowsWhateverItIsAskedIsToldAndLeftOut() throws Exception {
        List<String> told = run(Throwing.class.getName());

        assertThat(told)
                .hasSize(3)
                .allMatch(line -> line.contains("Throwing") && line.contains("not today"))
                .anyMatch(line -> line.contains("could not be asked about forwarding"))
                .anyMatch(line -> line.contains("could not be made and are left out"));
    }

    @Test
    void oneThatNeedsAClassWhichIsNotThereIsToldAndLeftOut() throws Exception {
        List<String> told = run(Unlinked.class.getName());

        assertThat(told).hasSize(1).allMatch(line -> line.contains("NoClassDefFoundError: some/Driver"));
    }

    @Test
    void oneThatGivesNullsIsToldAndLeftOut() throws Exception {
        List<String> told = run(Empty.class.getName());

        assertThat(told).singleElement().satisfies(line -> assertThat(line).contains("Empty", "left out"));
    }

    @Test
    void oneThatCantBeLoadedCostsNoOther() throws Exception {
        List<String> told = run("no.such.Provider", Failing.class.getName());

        assertThat(told)
                .hasSize(2)
                .anyMatch(line -> line.contains("no.such.Provider"))
                .anyMatch(line -> line.contains("Failing"));
    }

    @Test
    void oneReadsSettingsAsTheFrontDoorDoesAndTellsAWrongOneOnce() throws Exception {
        List<String> told = run(Reading.class.getName());

        assertThat(told)
                .containsExactlyInAnyOrder(
                        "pixsim-logging: SOME_ROWS is 'many', which is not a whole number; taking 10",
                        "pixsim-logging: read by its Java name");
    }

    /** Has a program log with those providers before all others, and returns what the library said. */
    private List<String> run(String... providers) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(SinkProvider.class.getName()), List.of(providers));
        String classPath = Stream.of(folder.toString(), System.getProperty("java.class.path"))
                .collect(Collectors.joining(File.pathSeparator));
        Map<String, String> environment = Map.of(
                "PIXSIM_LOG_INGESTION_URL", endpoint.url().toString(),
                "SOME_ROWS", "many",
                "JDK_JAVA_OPTIONS", "-Dsome.dotted.name=read");
        try (ChildJvm child =
                ChildJvm.run(classPath, ExitingChild.class, environment, "main", String.valueOf(EVENTS))) {
            assertThat(child.awaitExit()).as(() -> child.lines().toString()).isZero();
            assertThat(endpoint.events()).hasSize(EVENTS);
            return child.lines().stream()
                    .filter(line -> line.startsWith("pixsim-logging:"))
                    .toList();
        }
    }

    /** Fails in its own code. */
    public static final class Throwing implements SinkProvider {

        @Override
        public List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
            throw new IllegalStateException("not today");
        }

        @Override
        public boolean forwards() {
            throw new IllegalStateException("not today either");
        }

        @Override
        public boolean replacesForwarding(SinkSettings settings) {
            throw new IllegalStateException("not today, of all days");
        }
    }

    /** Misses a part of what it was made with. */
    public static final class Unlinked implements SinkProvider {

        @Override
        public List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
            return List.of();
        }

        @Override
        public boolean replacesForwarding(SinkSettings settings) {
            throw new NoClassDefFoundError("some/Driver");
        }
    }

    /** Knows no better. */
    public static final class Empty implements SinkProvider {

        @Override
        @SuppressWarnings("NullAway")
        public List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
            return Arrays.asList((Appender<ILoggingEvent>) null);
        }
    }

    /** Fails as soon as it is made. */
    public static final class Failing implements SinkProvider {

        /** Called when providers are looked for. */
        public Failing() {
            throw new IllegalStateException("not even made");
        }

        @Override
        public List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
            return List.of();
        }
    }

    /** Has settings of its own, and reads them each time that it is asked. */
    public static final class Reading implements SinkProvider {

        @Override
        public List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
            return read(settings);
        }

        @Override
        public boolean replacesForwarding(SinkSettings settings) {
            return !read(settings).isEmpty();
        }

        private static List<Appender<ILoggingEvent>> read(SinkSettings settings) {
            settings.lookup().find("SOME_ROWS", text -> Optional.empty(), "a whole number", "10");
            settings.lookup()
                    .text("SOME_DOTTED_NAME")
                    .ifPresent(text -> settings.lookup().tell(text + " by its Java name"));
            return List.of();
        }
    }
}
