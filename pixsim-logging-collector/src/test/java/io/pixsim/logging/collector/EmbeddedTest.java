package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.http.HttpAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A collector inside of a program. */
class EmbeddedTest {

    @TempDir
    Path folder;

    @Test
    void aProgramThatForwardsToItselfGoesQuiet() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        try (Running running = Running.in(folder)) {
            HttpAppender appender = new HttpAppender();
            appender.setContext(context);
            appender.setUrl(running.collector.ingestUrl().toString());
            appender.setFlushInterval("50 ms");
            appender.start();
            root.addAppender(appender);
            // It tells of each request, on the collector's threads.
            context.getLogger("org.eclipse.jetty").setLevel(Level.DEBUG);

            for (String message : List.of("first", "second", "third")) {
                root.warn(message);
                await().atMost(Duration.ofSeconds(60)).until(() -> isStored(running, message));
            }

            assertThat(running.client.get(API + "/query").logs().stream().map(entry -> entry.get("msg")))
                    .containsExactly("third", "second", "first");
            root.detachAppender(appender);
            appender.stop();
        } finally {
            context.getLogger("org.eclipse.jetty").setLevel(null);
        }
    }

    @Test
    void itNeverKeepsAJvmAlive() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedChild.class.getName(),
                        folder.toString())
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("answered 200");
    }

    @Test
    void whatWasStoredIsThereAfterwards() throws Exception {
        try (Running running = Running.in(folder)) {
            running.client.batch("{\"level\":\"info\",\"service\":\"a\",\"job_id\":1}");
            running.close();
            running.close();
        }

        try (Running again = Running.in(folder)) {
            assertThat(again.client.get(API + "/trace/job/1").list()).hasSize(1);
        }
    }

    @Test
    void aThreadThatIsInterruptedGivesBackPortAndFilesAllTheSame() throws Exception {
        Running running = Running.in(folder);
        int port = running.collector.url().getPort();
        try (Socket viewer = new Socket(InetAddress.getLoopbackAddress(), port)) {
            viewer.getOutputStream()
                    .write(("GET " + API + "/tail HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
            assertThat(viewer.getInputStream().read()).isEqualTo('H');
            Thread.currentThread().interrupt();

            running.close();
        }

        assertThat(Thread.interrupted()).isTrue();
        try (Running again = Running.in(folder, builder -> builder.port(port))) {
            assertThat(again.collector.url().getPort()).isEqualTo(port);
        }
    }

    @Test
    void aPortThatIsTakenAndAFolderThatIsInUseAreTold() throws Exception {
        try (Running running = Running.in(folder)) {
            int port = running.collector.url().getPort();

            assertThatThrownBy(() -> Running.in(folder.resolve("other"), builder -> builder.port(port)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no server on 127.0.0.1:" + port);
            assertThatThrownBy(() -> Running.in(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another collector uses the folder");
        }
    }

    @Test
    void aFolderThatCantBeHadIsToldWithTheReason() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Running.in(file))
                .isInstanceOf(IOException.class)
                .hasMessage("no folder " + file + ": FileAlreadyExistsException");
    }

    @Test
    void aFileThatIsNoneOfOursIsSetAsideAndNamed() throws IOException {
        Files.writeString(folder.resolve("entries-2026-01-01.sqlite"), "x".repeat(5000));

        try (Running running = Running.in(folder)) {
            assertThat(running.client.get("/ready").status()).isEqualTo(200);
            assertThat(running.client.get(API + "/system").text()).contains("entries-2026-01-01.sqlite");
            assertThat(folder.resolve("entries-2026-01-01.sqlite")).doesNotExist();
            assertThat(folder.resolve("entries-2026-01-01.sqlite.unreadable")).hasSize(5000);
        }
    }

    private static boolean isStored(Running running, String message) {
        return !running.client.get(API + "/query", "search", message).logs().isEmpty();
    }
}
