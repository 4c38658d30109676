package io.pixsim.logging.http;

import static io.pixsim.logging.http.endpoint.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.Status;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.Patience;
import io.pixsim.logging.http.endpoint.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Logback's status tells of a spool that can't be written: a warning, since Spring Boot gives up on errors. */
class SpoolStatusTest {

    private final LoggerContext context = Contexts.fresh();
    private final Endpoint endpoint = Endpoint.start(Behaviour.storing());

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        context.stop();
        endpoint.close();
    }

    @Test
    void aSpoolThatCannotBeOpenedIsAWarningAtTheStartAndEventsAreForwarded() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "no folder");

        HttpAppender appender = started(occupied);

        assertThat(appender.isStarted()).isTrue();
        assertThat(warnings()).singleElement().satisfies(warning -> saysThatMemoryIsUsed(warning, occupied));
        context.getLogger("x").info("hello");
        assertThat(appender.flush(Patience.LONG).undelivered()).isZero();
        assertThat(endpoint.stored()).hasSize(1);
    }

    @Test
    void aSpoolThatFailsLaterIsAWarningThen() throws IOException {
        endpoint.behave(Behaviour.always(Reply.status(503)));
        Path spool = folder.resolve("spool");
        HttpAppender appender = started(spool);
        context.getLogger("x").info("safe");
        await().until(() -> appender.stats().spooled() == 1);
        assertThat(warnings()).isEmpty();

        replaceByAFile(spool);
        await().until(() -> {
            // Until the segment is full: the next one has no place.
            context.getLogger("x").info("x".repeat(30_000));
            return !warnings().isEmpty();
        });

        assertThat(warnings()).singleElement().satisfies(warning -> saysThatMemoryIsUsed(warning, spool));
    }

    private static void replaceByAFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        Files.writeString(folder, "no folder");
    }

    private static void saysThatMemoryIsUsed(Status warning, Path folder) {
        assertThat(warning.getEffectiveLevel()).isEqualTo(Status.WARN);
        assertThat(warning.getMessage())
                .startsWith("the spool in " + folder + " can't be written (")
                .endsWith("; log events are kept in memory alone until it can");
    }

    private HttpAppender started(Path spool) {
        HttpAppender appender = new HttpAppender();
        appender.setContext(context);
        appender.setUrl(endpoint.url());
        appender.setSpoolDir(spool.toString());
        appender.setSpoolBytes(1 << 20);
        appender.start();
        context.getLogger("ROOT").addAppender(appender);
        return appender;
    }

    private List<Status> warnings() {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getEffectiveLevel() > Status.INFO)
                .toList();
    }
}
