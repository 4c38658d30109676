package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Random;
import java.util.concurrent.ExecutionException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.LoggerFactory;

/** The same events, straight into a PostgreSQL with the indexes that its questions need: no HTTP, no JSON to be read. */
final class PostgresTrial {

    private static final String TABLE = """
            DROP TABLE IF EXISTS log_entries;
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

    private final String url;
    private final Effort effort;

    private PostgresTrial(String url, Effort effort) {
        this.url = url;
        this.effort = effort;
    }

    static PeerTrial run(Effort effort) throws IOException, InterruptedException, ExecutionException {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
            return new PostgresTrial(url, effort).measure();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** How an event gets its time. */
    private interface Dated {

        SampleEvent event(long number, Random random);
    }

    private PeerTrial measure() throws SQLException, InterruptedException, ExecutionException, IOException {
        execute(TABLE);
        Senders senders = new Senders(
                () -> connect((number, random) -> SampleEvent.of(number, System.currentTimeMillis() * 1000, random)));
        // The server counts what a connection cost when it ends.
        Senders.Rate rate = senders.measure(effort.ingest(), () -> Processes.cpuOf("postgres"));
        double bytes = tableBytes() / senders.stored();
        execute(TABLE);
        int entries = effort.ofPeers();
        new Senders(() -> connect((number, random) -> SampleEvent.ofMonth(number, entries, random))).store(entries);
        execute("VACUUM ANALYZE log_entries");
        try (PostgresQuestions questions = new PostgresQuestions(url, entries)) {
            return new PeerTrial(
                    "PostgreSQL",
                    new Ingested("PostgreSQL, inserted straight", rate, bytes, Double.NaN),
                    entries,
                    QueryTrial.run(questions, effort.asked()));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private double tableBytes() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_total_relation_size('log_entries')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Senders.Connection connect(Dated dated) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        PreparedStatement insert = connection.prepareStatement(INSERT);
        return new Senders.Connection() {
            @Override
            public void store(long first, Random random) throws SQLException {
                for (int i = 0; i < Senders.BATCH; i++) {
                    bind(insert, dated.event(first + i, random));
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
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
}
