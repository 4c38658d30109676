package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.LoggerFactory;

/** The same events, straight into a PostgreSQL with the indexes that its questions need: no HTTP, no JSON to be read. */
final class PostgresTrial {

    private static final int CONNECTIONS = 4;
    private static final int BATCH = 500;
    private static final int WARM_UP_SECONDS = 3;
    private static final String TABLE = """
            CREATE TABLE log_entries (id bigserial PRIMARY KEY, ts timestamptz NOT NULL, level text, service text,
                env text, msg text, request_id text, job_id text, provider_id text, operation_type text, stage text,
                error_type text, duration_ms bigint, extra jsonb);
            CREATE INDEX ON log_entries (ts);
            CREATE INDEX ON log_entries (job_id, ts);
            CREATE INDEX ON log_entries (request_id, ts);
            CREATE INDEX ON log_entries (stage, ts);
            CREATE INDEX ON log_entries (provider_id, ts);
            CREATE INDEX ON log_entries (service, level, ts);
            """;
    private static final String INSERT = "INSERT INTO log_entries (ts, level, service, env, msg, request_id, job_id,"
            + " provider_id, operation_type, stage, error_type, duration_ms, extra)"
            + " VALUES (?, ?, ?, 'prod', ?, ?, ?, ?, 'text_to_video', ?, ?, ?, ?::jsonb)";

    private final AtomicLong number = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();

    private PostgresTrial() {}

    /** What it took, and bytes of the table and its indexes for each row. */
    record Result(double perSecond, double cpuMicros, double bytes) {

        double perCoreSecond() {
            return 1e6 / cpuMicros;
        }
    }

    static void run(Effort effort, CollectorPage page) throws IOException, InterruptedException, ExecutionException {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
            page.postgres(new PostgresTrial().measure(url, effort));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private Result measure(String url, Effort effort)
            throws SQLException, InterruptedException, ExecutionException, IOException {
        try (Connection connection = java.sql.DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            insert(url, WARM_UP_SECONDS);
            long before = stored.get();
            double cpuBefore = serverCpuSeconds();
            long begin = System.nanoTime();
            insert(url, (int) effort.ingest().toSeconds());
            double seconds = (System.nanoTime() - begin) / 1e9;
            double rows = stored.get() - before;
            double cpu = (serverCpuSeconds() - cpuBefore) * 1e6 / rows;
            try (var row = statement.executeQuery("SELECT pg_total_relation_size('log_entries')")) {
                row.next();
                return new Result(rows / seconds, cpu, (double) row.getLong(1) / stored.get());
            }
        }
    }

    private void insert(String url, int seconds) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Random random = new Random(i);
            all.add(senders.submit(() -> {
                try (Connection connection = java.sql.DriverManager.getConnection(url);
                        PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    connection.setAutoCommit(false);
                    while (System.nanoTime() < end) {
                        insertOne(connection, insert, random);
                    }
                    // the server counts what a connection cost when it ends
                    return null;
                }
            }));
        }
        for (Future<?> sender : all) {
            sender.get();
        }
        senders.shutdown();
    }

    private void insertOne(Connection connection, PreparedStatement insert, Random random) throws SQLException {
        long first = number.getAndAdd(BATCH);
        for (int i = 0; i < BATCH; i++) {
            bind(insert, SampleEvent.of(first + i, System.currentTimeMillis() * 1000, random));
            insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
        stored.addAndGet(BATCH);
    }

    private static void bind(PreparedStatement insert, SampleEvent event) throws SQLException {
        insert.setTimestamp(1, new Timestamp(event.micros() / 1000));
        insert.setString(2, event.level());
        insert.setString(3, event.service());
        insert.setString(4, event.msg());
        insert.setString(5, event.requestId());
        insert.setString(6, Long.toString(event.jobId()));
        insert.setString(7, event.providerId());
        insert.setString(8, event.stage());
        insert.setString(9, event.errorType().isEmpty() ? null : event.errorType());
        if (event.durationMs() < 0) {
            insert.setNull(10, Types.BIGINT);
        } else {
            insert.setLong(10, event.durationMs());
        }
        insert.setString(11, event.extra());
    }

    /** CPU time of all processes of PostgreSQL on this machine, also of those of connections that have ended. */
    private static double serverCpuSeconds() throws IOException {
        double ticks = 0;
        try (var processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                ticks += ticks(process);
            }
        }
        return ticks / 100;
    }

    private static double ticks(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            if (!stat.contains("(postgres)")) {
                return 0;
            }
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            return own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]);
        } catch (IOException gone) {
            return 0;
        }
    }
}
