package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.pixsim.logging.diagnostics.LibraryThread;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to the database. */
final class Connections {

    private static final String NAME = "pixsim-collector";
    private static final int SECONDS_TO_CONNECT = 5;
    /** A network that swallows all: the driver waits no longer for an answer. */
    private static final int SECONDS_TO_ANSWER = 60;
    /** One that stands still within a transaction, with what others wait for, loses it. */
    private static final int SECONDS_TO_PAUSE = 20;
    /** One that waits for a lock gives up before the driver hangs up: the server would go on waiting in its place. */
    private static final int SECONDS_TO_WAIT = 40;

    private static final String UTC = "-c TimeZone=UTC";
    private static final String LIMITS = UTC + " -c idle_in_transaction_session_timeout=" + SECONDS_TO_PAUSE * 1000
            + " -c lock_timeout=" + SECONDS_TO_WAIT * 1000;

    private static final int READERS = 8;

    private final PostgresOptions options;

    Connections(PostgresOptions options) {
        this.options = options;
    }

    /** A connection by itself, for one that writes. */
    Connection open() throws SQLException {
        return open(properties(0));
    }

    /** One for work that takes as long as it takes. */
    Connection patient() throws SQLException {
        Properties properties = properties(0);
        properties.remove("socketTimeout");
        properties.setProperty("options", UTC);
        return open(properties);
    }

    private Connection open(Properties properties) throws SQLException {
        Connection connection = new Driver().connect(options.url().jdbc(), properties);
        if (connection == null) {
            throw new SQLException("no driver for " + options.url());
        }
        return connection;
    }

    /** Connections by themselves, for what runs once. */
    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(options.url().jdbc());
        Properties login = options.url().login();
        source.setUser(login.getProperty("user"));
        source.setPassword(login.getProperty("password"));
        source.setSslPassword(login.getProperty("sslpassword"));
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setSocketTimeout(SECONDS_TO_ANSWER);
        source.setTcpKeepAlive(true);
        source.setOptions(LIMITS);
        return source;
    }

    /** Connections for those who read; a question that takes too long is broken off by the server. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName(NAME);
        config.setDriverClassName(Driver.class.getName());
        config.setJdbcUrl(options.url().jdbc());
        config.setDataSourceProperties(properties(options.maxQueryTime().toMillis()));
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setReadOnly(true);
        config.setAutoCommit(false);
        config.setConnectionTimeout(SECONDS_TO_CONNECT * 1000L);
        config.setInitializationFailTimeout(-1);
        config.setThreadFactory(work -> new LibraryThread("collector-connections", work));
        return new HikariDataSource(config);
    }

    private Properties properties(long millisToAnswer) {
        Properties properties = options.url().login();
        properties.setProperty("ApplicationName", NAME);
        properties.setProperty("connectTimeout", String.valueOf(SECONDS_TO_CONNECT));
        properties.setProperty("loginTimeout", String.valueOf(SECONDS_TO_CONNECT));
        properties.setProperty("socketTimeout", String.valueOf(SECONDS_TO_ANSWER));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("stringtype", "unspecified");
        // Details quote rows, and what is said of a failure is told to who asked.
        properties.setProperty("logServerErrorDetail", "false");
        String limit = millisToAnswer == 0 ? "" : " -c statement_timeout=" + Math.max(1, millisToAnswer);
        properties.setProperty("options", LIMITS + limit);
        return properties;
    }
}
