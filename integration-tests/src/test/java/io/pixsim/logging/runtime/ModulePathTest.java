package io.pixsim.logging.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of modules: compiled and run as one, with nothing on the class path. */
class ModulePathTest {

    private static final List<String> JARS = List.of(
            "pixsim-logging-core",
            "pixsim-logging-http",
            "slf4j-api",
            "logback-classic",
            "logback-core",
            "jackson-core",
            "okhttp-jvm",
            "okio-jvm",
            "kotlin-stdlib");

    @TempDir
    Path folder;

    @Test
    void aProgramOfModulesLogs() throws Exception {
        compile(
                "module-info.java",
                "module app { requires io.pixsim.logging.core; requires io.pixsim.logging.http; }",
                "app/Main.java",
                """
                package app;

                import io.pixsim.logging.Logging;
                import io.pixsim.logging.context.LogContext;

                public class Main {
                    public static void main(String[] arguments) {
                        var log = Logging.configure("worker");
                        try (var job = LogContext.job(123)) {
                            log.info("in {}, {}", Main.class.getModule(), Logging.class.getModule());
                        }
                    }
                }
                """);

        List<String> lines = run();

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("in module app, module io.pixsim.logging.core", "\"job_id\":123");
    }

    @Test
    void eachPublishedModuleHasADescriptorOfItsOwn() {
        ModuleFinder finder = ModuleFinder.of(
                entry("pixsim-logging-core"), entry("pixsim-logging-http"), entry("pixsim-logging-test"));

        assertThat(finder.findAll())
                .extracting(ModuleReference::descriptor)
                .noneMatch(ModuleDescriptor::isAutomatic)
                .extracting(ModuleDescriptor::name)
                .containsExactlyInAnyOrder(
                        "io.pixsim.logging.core", "io.pixsim.logging.http", "io.pixsim.logging.test");
    }

    private void compile(String... namesAndSources) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("-p", modulePath(), "-d", folder.resolve("classes").toString()));
        for (int i = 0; i < namesAndSources.length; i += 2) {
            Path source = folder.resolve("source").resolve(namesAndSources[i]);
            Files.createDirectories(source.getParent());
            Files.writeString(source, namesAndSources[i + 1]);
            arguments.add(source.toString());
        }
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(new String[0]));
        assertThat(result).isZero();
    }

    private List<String> run() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        modulePath() + File.pathSeparator + folder.resolve("classes"),
                        "-m",
                        "app/app.Main")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines().toList();
    }

    private static String modulePath() {
        return JARS.stream().map(jar -> entry(jar).toString()).collect(Collectors.joining(File.pathSeparator));
    }

    /** The jar, or the folder of classes where nothing has been packed yet. */
    private static Path entry(String artifact) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> path.toString()
                        .matches(".*[\\\\/]" + artifact + "([\\\\/]target[\\\\/]classes|-\\d[^\\\\/]*\\.jar)"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifact + " is not on the class path"));
    }
}
