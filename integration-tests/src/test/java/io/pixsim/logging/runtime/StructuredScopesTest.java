package io.pixsim.logging.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.encode.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Forks of a {@code StructuredTaskScope} see the context of who forks them where their task was wrapped. A preview of the
 * JDK, so a program in source form is run by the JDK that runs the tests.
 */
class StructuredScopesTest {

    private static final String PROGRAM = """
            import io.pixsim.logging.Logging;
            import io.pixsim.logging.context.LogContext;
            import java.util.concurrent.StructuredTaskScope;
            import org.slf4j.MDC;

            public class Scopes {
                public static void main(String[] arguments) throws Exception {
                    var log = Logging.configure("worker");
                    try (var job = LogContext.job(123)) {
                        try (var scope = %s) {
                            var wrapped = scope.fork(LogContext.wrap(() -> {
                                try (var artifact = LogContext.artifact(456)) {
                                    log.info("in the fork");
                                }
                                return MDC.get("job_id");
                            }));
                            var bare = scope.fork(() -> String.valueOf(MDC.get("job_id")));
                            scope.join();
                            log.info("forks saw {} and {}", wrapped.get(), bare.get());
                        }
                        log.info("after the scope");
                    }
                    log.info("outside");
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aWrappedForkSeesTheContextOfItsScopeAndLeavesItAsItWas() throws Exception {
        List<Map<String, Object>> events = run(PROGRAM.formatted(open()));

        assertThat(events)
                .extracting(event -> event.get("msg") + " " + event.get("job_id") + " " + event.get("artifact_id"))
                .containsExactly(
                        "in the fork 123 456",
                        "forks saw 123 and null 123 null",
                        "after the scope 123 null",
                        "outside null null");
    }

    /** As it is opened in the JDK at hand: until 24 by a constructor. */
    private static String open() {
        try {
            Class<?> scope = Class.forName("java.util.concurrent.StructuredTaskScope");
            return Arrays.stream(scope.getMethods())
                            .anyMatch(method -> method.getName().equals("open"))
                    ? "StructuredTaskScope.open()"
                    : "new StructuredTaskScope.ShutdownOnFailure()";
        } catch (ClassNotFoundException e) {
            assumeTrue(false, "JDK " + Runtime.version().feature() + " has no StructuredTaskScope");
            throw new IllegalStateException(e);
        }
    }

    private List<Map<String, Object>> run(String program) throws Exception {
        Path source = Files.writeString(folder.resolve("Scopes.java"), program);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-preview",
                        "--source",
                        String.valueOf(Runtime.version().feature()),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        List<Map<String, Object>> events = new ArrayList<>();
        for (String line : output.lines().filter(line -> line.startsWith("{")).toList()) {
            events.add(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)));
        }
        return events;
    }
}
