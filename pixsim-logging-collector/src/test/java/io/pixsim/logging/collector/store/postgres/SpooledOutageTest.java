package io.pixsim.logging.collector.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.pixsim.logging.collector.store.sql.Sql;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * A spool in front of a database that goes down, and a program that is killed meanwhile: what was handed over is stored once
 * when both are back.
 */
class SpooledOutageTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int LATER = 20;

    @TempDir
    Path spool;

    @RepeatedTest(2)
    void aProgramThatIsKilledDuringAnOutageLosesAndDoublesNothing() throws Exception {
        Server server = Server.shared();
        try (TestDatabase database = new TestDatabase()) {
            int safe = killedDuringOutage(server, database);

            storedByTheNext(server, database);

            List<String> stored = messages(database);
            assertThat(stored).doesNotHaveDuplicates().containsAll(numbered("first", safe));
            assertThat(stored).containsAll(numbered("next", LATER));
        }
    }

    /** Returns how many events of it were on disk or in the database when it ended. */
    private int killedDuringOutage(Server server, TestDatabase database) throws Exception {
        Child child = new Child("first", 0, database);
        try (child) {
            await().atMost(LONG)
                    .ignoreExceptions()
                    .until(() -> !messages(database).isEmpty());
            int before = child.safe.get();
            server.stop();
            child.awaitSafe(before + 200);
        }
        return child.safe.get();
    }

    private void storedByTheNext(Server server, TestDatabase database) throws Exception {
        try (Child next = new Child("next", LATER, database)) {
            next.awaitSafe(LATER);
            server.start();
            assertThat(next.process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The program in a process of its own, killed at the end, and what it says. */
    private final class Child implements AutoCloseable {

        private final AtomicInteger safe = new AtomicInteger();
        private final Process process;
        private final Thread listener = new Thread(this::listen);

        Child(String name, int events, TestDatabase database) throws IOException {
            ProcessBuilder child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SpoolingChild.class.getName(),
                            name,
                            String.valueOf(events))
                    .redirectErrorStream(true);
            child.environment()
                    .putAll(Map.of("PIXSIM_LOG_DB_URL", database.url(), "PIXSIM_LOG_SPOOL_DIR", spool.toString()));
            process = child.start();
            listener.start();
        }

        private void listen() {
            new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> line.startsWith(SpoolingChild.SAFE))
                    .map(line -> line.substring(SpoolingChild.SAFE.length()))
                    .forEach(number -> safe.set(Integer.parseInt(number)));
        }

        void awaitSafe(int events) {
            await().atMost(LONG).until(() -> safe.get() >= events);
        }

        /** As {@code kill -9} does, and all that it said is heard. */
        @Override
        public void close() throws Exception {
            process.destroyForcibly().waitFor();
            listener.join();
        }
    }

    private static List<String> messages(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.list(
                    connection,
                    "SELECT msg FROM log_entries WHERE msg <> 'logger_initialized'",
                    row -> row.getString(1));
        }
    }

    private static List<String> numbered(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + " " + i).toList();
    }
}
