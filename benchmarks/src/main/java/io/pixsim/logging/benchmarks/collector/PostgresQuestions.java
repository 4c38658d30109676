package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/** Asks PostgreSQL in SQL, and reads all of the answer. */
final class PostgresQuestions implements QueryTrial.Asking, AutoCloseable {

    private static final String MONTH = "ts >= now() - interval '30 days'";

    private final Connection connection;
    private final int stored;
    private final Random random = new Random(5);

    PostgresQuestions(String url, int stored) throws SQLException {
        this.connection = DriverManager.getConnection(url);
        this.stored = stored;
    }

    @Override
    public void ask(Question question) throws IOException {
        int rows = 0;
        try {
            for (String sql : sql(question)) {
                rows += read(sql);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        if (rows == 0) {
            throw new IOException("no answer to: " + question.wording());
        }
    }

    private int read(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int rows = 0;
            for (; row.next(); rows++) {
                for (int column = row.getMetaData().getColumnCount(); column > 0; column--) {
                    row.getString(column);
                }
            }
            return rows;
        }
    }

    private List<String> sql(Question question) {
        return switch (question) {
            case TRACE ->
                List.of("SELECT * FROM log_entries WHERE job_id = '" + random.nextInt(stored / SampleEvent.JOB)
                        + "' ORDER BY ts, id");
            case PAGE -> newest("service = 'worker' AND level = 'error'", 100);
            case WORD -> newest("msg ILIKE '%timeout%'", 50);
            case RARE_WORD -> newest("msg ILIKE '%" + SampleEvent.RARE + "%'", 50);
            case MONTH -> month("true");
            case MONTH_OF_ERRORS -> month("service = 'api' AND level = 'error'");
            case DISTINCT -> List.of("SELECT DISTINCT stage FROM log_entries");
            case NEWEST -> newest("true", 100);
        };
    }

    /** With how many there are, up to ten thousand, as the collector tells it; of a text up to a thousand. */
    private static List<String> newest(String condition, int limit) {
        int counted = condition.startsWith("msg") ? 1_000 : 10_000;
        return List.of(
                "SELECT * FROM log_entries WHERE " + condition + " ORDER BY ts DESC, id DESC LIMIT " + limit,
                "SELECT count(*) FROM (SELECT 1 FROM log_entries WHERE " + condition + " LIMIT " + (counted + 1)
                        + ") AS found");
    }

    private static List<String> month(String condition) {
        String from = " FROM log_entries WHERE " + MONTH + " AND " + condition;
        return List.of(
                "SELECT date_trunc('day', ts), level, count(*)" + from + " GROUP BY 1, 2",
                "SELECT service, stage, provider_id, error_type, count(*)" + from
                        + " GROUP BY GROUPING SETS ((service)," + " (stage), (provider_id), (error_type))",
                "SELECT stage, percentile_disc(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY duration_ms)" + from
                        + " AND duration_ms IS NOT NULL GROUP BY 1");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
