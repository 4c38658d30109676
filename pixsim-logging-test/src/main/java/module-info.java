/**
 * The test kit: captures what is logged in JUnit Jupiter tests, asserts on it, and offers an ingest endpoint that
 * misbehaves on command.
 */
module io.pixsim.logging.test {
    requires static org.jspecify;
    requires transitive io.pixsim.logging.core;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires jdk.httpserver;

    exports io.pixsim.logging.test.ingest;

    opens io.pixsim.logging.test.ingest to
            org.junit.platform.commons;
}
