/** The receiving side: ingest, query, trace and tail over a store of its own. */
module io.pixsim.logging.collector {
    requires static io.pixsim.logging.http;
    requires static org.checkerframework.checker.qual;
    requires static org.jspecify;
    requires transitive io.pixsim.logging.core;
    requires com.fasterxml.jackson.core;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires java.net.http;
    requires java.sql;
    requires org.eclipse.jetty.server;
    requires org.postgresql.jdbc;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports io.pixsim.logging.collector;

    provides io.pixsim.logging.sink.SinkProvider with
            io.pixsim.logging.collector.direct.DatabaseSinkProvider;
}
