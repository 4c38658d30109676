package io.pixsim.logging.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, in a process of its own. */
@Tag("jar")
class ToolJarTest {

    private static final String JAR = System.getProperty("tool.jar");
    private static final String LOGS =
            Path.of("src/test/resources/logs").toAbsolutePath().toString();

    @TempDir
    Path folder;

    @Test
    void itTracesAJob() throws Exception {
        Child child = run("trace", "job", "123", LOGS);

        assertThat(child.status).isZero();
        assertThat(child.lines.get(0)).isEqualTo("job 123  completed");
        assertThat(run("trace", "job", "124", LOGS).status).isEqualTo(1);
        assertThat(run("trace").status).isEqualTo(2);
    }

    @Test
    void aPipeThatIsClosedEarlyIsNoFailure() throws Exception {
        Files.writeString(folder.resolve("big.jsonl"), "{\"level\":\"info\",\"msg\":\"line\"}\n".repeat(200_000));
        Process process = start("grep", folder.toString());
        try (BufferedReader output = reader(process)) {
            assertThat(output.readLine()).endsWith("msg=line");
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(process.getErrorStream().readAllBytes()).isEmpty();
    }

    @Test
    void itFollowsAFileThroughARotation() throws Exception {
        Path file = Files.writeString(folder.resolve("worker.jsonl"), "{\"msg\":\"one\"}\n");
        Process process = start("tail", "-f", file.toString());
        try (BufferedReader output = reader(process)) {
            assertThat(output.readLine()).endsWith("msg=one");
            Files.writeString(file, "{\"msg\":\"two\"}\n", StandardOpenOption.APPEND);
            Files.move(file, folder.resolve("worker.jsonl.1"));
            Files.writeString(file, "{\"msg\":\"three\"}\n");

            assertThat(output.readLine()).endsWith("msg=two");
            assertThat(output.readLine()).endsWith("msg=three");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void theCommandsOfTheSpoolAreInIt() throws Exception {
        Child child = run("spool", "list", folder.toString());

        assertThat(child.status).isZero();
        assertThat(child.lines).containsExactly("dead letters 0");
    }

    @Test
    void itHoldsTheLicenceAndTheServicesAndEachNameOnce() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();

            assertThat(names)
                    .doesNotHaveDuplicates()
                    .contains("META-INF/LICENSE", "META-INF/LICENSE.txt", "META-INF/NOTICE", "META-INF/THIRD-PARTY");
            assertThat(names).contains("META-INF/services/io.pixsim.logging.sink.SinkProvider");
            assertThat(names).noneMatch(name -> name.endsWith("module-info.class") || name.endsWith(".SF"));
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo(Main.class.getName());
        }
    }

    private static Child run(String... arguments) throws Exception {
        Process process = start(arguments);
        try (BufferedReader output = reader(process)) {
            List<String> lines = output.lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Child(process.exitValue(), lines);
        }
    }

    private static Process start(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx128m", "-jar", new File(JAR).getAbsolutePath()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("FORCE_COLOR", "NO_COLOR"));
        return builder.start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private record Child(int status, List<String> lines) {}
}
