package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.sqlite.SqliteOptions;
import io.pixsim.logging.collector.store.sqlite.SqliteStore;
import io.pixsim.logging.collector.web.CollectorServer;
import io.pixsim.logging.collector.web.WebOptions;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Redactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A disk that does not keep up: what fits waits, the rest is told to come later, and nothing that was taken is lost. */
class FullQueueTest {

    private static final int FITS = 2;
    private static final int SENT = 10;

    @TempDir
    Path folder;

    @Test
    void whatDoesNotFitIsToldToComeLaterAndTheRestIsAnsweredWhenItIsStored() throws Exception {
        SqliteOptions small = new SqliteOptions(FITS, 1 << 20, Duration.ofSeconds(10));
        WebOptions web = new WebOptions(
                "127.0.0.1", Set.of(), 0, null, null, Set.of(), IngestLimits.standard(), RetentionRules.ofDays(30));
        try (SqliteStore store = SqliteStore.open(folder, small, Clock.systemUTC());
                CollectorServer server = CollectorServer.start(
                        store, new Redactor(RedactionPolicy.standard()), web, Clock.systemUTC(), failure -> {})) {
            Client client = new Client(URI.create("http://127.0.0.1:" + server.port()));
            List<CompletableFuture<Client.Answer>> answers;
            try (var lock = dataSource().getConnection();
                    var statement = lock.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");

                answers = IntStream.range(0, SENT)
                        .mapToObj(i -> client.postAsync(
                                "/api/v1/logs/ingest", "{\"level\":\"info\",\"service\":\"s\",\"msg\":\"m" + i + "\"}"))
                        .toList();
                await().atMost(Duration.ofSeconds(20)).until(() -> done(answers).count() == SENT - FITS);

                assertThat(done(answers)).allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(429);
                    assertThat(answer.header("Retry-After")).isEqualTo("1");
                    assertThat(answer.object()).containsEntry("code", "busy");
                });
                statement.execute("ROLLBACK");
            }

            for (CompletableFuture<Client.Answer> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS).status()).isIn(200, 429);
            }
            assertThat(client.get("/api/v1/logs/query").logs()).hasSize(FITS);
        }
    }

    private static Stream<Client.Answer> done(List<CompletableFuture<Client.Answer>> answers) {
        return answers.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join);
    }

    private SQLiteDataSource dataSource() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:"
                    + files.filter(file -> file.toString().endsWith(".sqlite"))
                            .findFirst()
                            .orElseThrow());
            return source;
        }
    }
}
