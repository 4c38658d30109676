package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, in a process of its own. */
@Tag("jar")
class CollectorJarTest {

    private static final String JAR = System.getProperty("collector.jar");
    private static final long MOST_BYTES = 20L << 20;

    @TempDir
    Path folder;

    @Test
    void itServes() throws Exception {
        try (ServeChild child = ServeChild.start(List.of("-jar", new File(JAR).getAbsolutePath()), folder)) {
            Client client = new Client(child.url());

            assertThat(client.batch("{\"level\":\"info\",\"service\":\"a\",\"job_id\":1}")
                            .status())
                    .isEqualTo(200);
            assertThat(client.get("/api/v1/logs/trace/job/1").list()).hasSize(1);
        }
    }

    @Test
    void withoutOptionsItRunsInASmallJvmAndStopsWithIt() throws Exception {
        try (ServeChild child = startAsItIs()) {
            ProcessHandle small = smallJvmOf(child);

            assertThat(small.info().arguments().orElseThrow()).contains("-XX:+UseSerialGC");
            assertThat(new Client(child.url())
                            .batch("{\"level\":\"info\",\"service\":\"a\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(child.terminate()).anySatisfy(line -> assertThat(line).contains("collector_stopped"));
            assertThat(small.isAlive()).isFalse();
        }
    }

    @Test
    void theSmallJvmEndsWhenTheOneThatBeganItIsKilled() throws Exception {
        try (ServeChild child = startAsItIs()) {
            ProcessHandle small = smallJvmOf(child);

            child.kill();

            await().atMost(Duration.ofSeconds(60)).until(() -> !small.isAlive());
        }
    }

    @Test
    void theOneThatBeganItTellsWhyTheSmallJvmEnded() throws Exception {
        try (ServeChild child = startAsItIs()) {
            ProcessHandle small = smallJvmOf(child);

            small.destroyForcibly();

            assertThat(child.exitStatus()).isEqualTo(128 + 9);
        }
    }

    private ServeChild startAsItIs() throws IOException {
        return ServeChild.startAsItIs(
                List.of("-jar", new File(JAR).getAbsolutePath()), List.of("--data", folder.toString()));
    }

    /** On a machine where a JVM is small by itself there is none. */
    private static ProcessHandle smallJvmOf(ServeChild child) {
        List<ProcessHandle> begun = child.begun();
        assumeThat(SmallJvm.isWorthIt()).isTrue();
        assertThat(begun).hasSize(1);
        return begun.get(0);
    }

    @Test
    void itIsSmallAndHoldsTheLicencesAndEachNameOnce() throws Exception {
        assertThat(new File(JAR).length()).isLessThan(MOST_BYTES);
        try (JarFile jar = new JarFile(JAR)) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();

            assertThat(names)
                    .doesNotHaveDuplicates()
                    .contains(
                            "META-INF/LICENSE",
                            "META-INF/NOTICE",
                            "META-INF/THIRD-PARTY",
                            "META-INF/LICENSE-preact",
                            "io/pixsim/logging/collector/page/preact.js",
                            "META-INF/maven/org.xerial/sqlite-jdbc/LICENSE");
            assertThat(names).noneMatch(name -> name.endsWith("module-info.class") || name.endsWith(".SF"));
        }
    }
}
