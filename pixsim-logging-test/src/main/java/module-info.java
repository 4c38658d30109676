/**
 * The test kit: captures what is logged in JUnit Jupiter tests, asserts on it, tries encoders with hostile values,
 * and offers an ingest endpoint that misbehaves on command.
 */
module io.pixsim.logging.test {
    requires static org.jspecify;
    requires transitive io.pixsim.logging.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;
    requires jdk.httpserver;

    exports io.pixsim.logging.test;
    exports io.pixsim.logging.test.assertj;
    exports io.pixsim.logging.test.conformance;
    exports io.pixsim.logging.test.ingest;

    // JUnit makes the extensions, which are nobody else's business.
    opens io.pixsim.logging.test to
            org.junit.platform.commons;
    opens io.pixsim.logging.test.ingest to
            org.junit.platform.commons;

    provides io.pixsim.logging.sink.SinkProvider with
            io.pixsim.logging.test.CaptureSinkProvider;
}
