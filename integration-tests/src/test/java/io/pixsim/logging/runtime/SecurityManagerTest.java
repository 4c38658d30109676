package io.pixsim.logging.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.pixsim.logging.journeys.ChildJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * A strict host: an application may read its class path, a folder and what SLF4J asks for, and write one file. Neither
 * environment nor properties, no hook, no handler, no JMX, no network.
 */
@EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "from JDK 24 on there is no security manager")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityManagerTest {

    private Path granted;
    private List<String> written;
    private int exitCode;
    private List<String> lines;

    @BeforeAll
    void runChild(@TempDir Path folder) throws Exception {
        granted = folder.resolve("granted.jsonl");
        Path policy = Files.writeString(folder.resolve("strict.policy"), policy());
        String options = "-Djava.security.manager -Djava.security.policy==" + policy;
        try (ChildJvm child = ChildJvm.run(
                GuardedChild.class,
                Map.of("JDK_JAVA_OPTIONS", options),
                granted.toString(),
                folder.resolve("refused").toString())) {
            exitCode = child.awaitExit();
            lines = child.lines();
        }
        written = Files.readAllLines(granted);
    }

    @Test
    void nothingThatIsRefusedReachesTheProgram() {
        assertThat(exitCode).as(() -> String.join("\n", lines)).isZero();
        assertThat(lines).noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void theConsoleHasEveryEvent() {
        assertThat(lines.stream().filter(line -> line.startsWith("{")))
                .hasSize(6)
                .allMatch(line -> line.contains("\"job_id\":123"))
                .anyMatch(line -> line.contains("refused error") && line.contains("IllegalStateException"));
    }

    @Test
    void theFileThatIsGrantedIsWritten() {
        assertThat(written).hasSize(2).allMatch(line -> line.contains("\"msg\":\"granted "));
    }

    @Test
    void whatIsRefusedIsToldAndCounted() {
        assertThat(lines)
                .anyMatch(line -> line.startsWith("pixsim-logging: sink file could not be started: "))
                .anyMatch(line -> line.startsWith("pixsim-logging: what ends a thread is not logged"))
                .anyMatch(line -> line.startsWith("pixsim-logging: nothing waits for events at exit"))
                .anyMatch(line -> line.startsWith("pixsim-logging: the counters can't be seen by JMX"))
                .contains("lost {NOT_WRITABLE=6}"); // two each: in two files of the service and in one of a job
    }

    private String policy() {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .map(entry -> readable(entry) + (Files.isDirectory(entry) ? readable(entry.resolve("-")) : ""))
                .collect(Collectors.joining());
        return "grant {\n" + classPath
                + "permission java.util.PropertyPermission \"slf4j.*\", \"read\";\n"
                + "permission java.util.PropertyPermission \"slf4j.internal.*\", \"read\";\n"
                + readable(granted.getParent())
                + "permission java.io.FilePermission \"" + granted + "\", \"read,write\";\n"
                + "};\n";
    }

    private static String readable(Path path) {
        return "permission java.io.FilePermission \"" + path + "\", \"read\";\n";
    }
}
