/**
 * Structured logging for media-generation pipelines: vocabulary, context, gate, redaction, encoders, sinks and the front
 * door.
 */
module io.pixsim.logging.core {
    requires static org.jspecify;
    requires static context.propagation;
    requires static jakarta.servlet;
    requires static java.logging;
    requires static java.management;
    requires static java.net.http;
    requires static jul.to.slf4j;
    requires static micrometer.core;
    requires transitive org.slf4j;
    requires transitive ch.qos.logback.classic;
    requires transitive ch.qos.logback.core;
    requires com.fasterxml.jackson.core;

    exports io.pixsim.logging;
    exports io.pixsim.logging.catalog;
    exports io.pixsim.logging.context;
    exports io.pixsim.logging.diagnostics;
    exports io.pixsim.logging.files;
    exports io.pixsim.logging.logback;
    exports io.pixsim.logging.redact;
    exports io.pixsim.logging.jobs;
    exports io.pixsim.logging.metrics;
    exports io.pixsim.logging.process;
    exports io.pixsim.logging.rolling;
    exports io.pixsim.logging.sink;
    exports io.pixsim.logging.web;
    exports io.pixsim.logging.web.client;
    exports io.pixsim.logging.web.servlet;
    exports io.pixsim.logging.encode to
            io.pixsim.logging.http,
            io.pixsim.logging.test;
    exports io.pixsim.logging.testing to
            io.pixsim.logging.http,
            io.pixsim.logging.test;

    uses io.pixsim.logging.sink.SinkProvider;
}
