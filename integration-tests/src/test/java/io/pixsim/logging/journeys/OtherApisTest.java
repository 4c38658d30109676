package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pixsim.logging.encode.JsonReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What other logging APIs say comes out of the same stream, in a JVM where the bridges are on the class path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherApisTest {

    private final List<Map<String, Object>> events = new ArrayList<>();
    private List<String> lines;

    @BeforeAll
    void runChild() throws Exception {
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + bridges();
        try (ChildJvm child = ChildJvm.run(classPath, BridgedChild.class, Map.of())) {
            assertThat(child.awaitExit()).isEqualTo(1);
            lines = child.lines();
        }
        for (String line : lines) {
            if (line.startsWith("{")) {
                events.add(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void eachArrivesWithTheContext() {
        assertThat(events)
                .filteredOn(event -> Long.valueOf(123).equals(event.get("job_id")))
                .extracting(event -> event.get("logger") + ": " + event.get("msg"))
                .containsExactly(
                        "worker: by slf4j",
                        "lib.jul: by jul",
                        "lib.system: by system",
                        "lib.log4j: by log4j",
                        "lib.commons: by commons");
    }

    @Test
    void theContextOfLog4jIsTheSame() {
        assertThat(events)
                .filteredOn(event -> "with the context of log4j 124".equals(event.get("msg")))
                .singleElement()
                .satisfies(event -> assertThat(event).containsEntry("job_id", 124L));
    }

    @Test
    void levelsThatAreChangedHoldForThemToo() {
        assertThat(events).extracting(event -> event.get("msg")).contains("by jul, now wanted");
        assertThat(lines).noneMatch(line -> line.contains("unwanted"));
    }

    @Test
    void theEndOfTheMainThreadIsCriticalAndTheLastLine() {
        assertThat(lines.get(lines.size() - 1)).startsWith("{");
        assertThat(events.get(events.size() - 1))
                .containsEntry("level", "critical")
                .containsEntry("error", "nobody catches this");
        assertThat(lines).allMatch(line -> line.startsWith("{"), "nothing else is printed");
    }

    private static String bridges() {
        String slf4j = System.getProperty("slf4j.version");
        String log4j = System.getProperty("log4j.version");
        return Stream.of(
                        jar("org/slf4j", "jul-to-slf4j", slf4j),
                        jar("org/slf4j", "slf4j-jdk-platform-logging", slf4j),
                        jar("org/slf4j", "jcl-over-slf4j", slf4j),
                        jar("org/apache/logging/log4j", "log4j-to-slf4j", log4j),
                        jar("org/apache/logging/log4j", "log4j-api", log4j))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(String group, String artifact, String version) {
        Path jar =
                Path.of(System.getProperty("repository"), group, artifact, version, artifact + "-" + version + ".jar");
        assertThat(Files.exists(jar)).as("%s, which Maven has brought", jar).isTrue();
        return jar.toString();
    }
}
