/** The forwarder: finished bytes, in bounded batches, to an ingest endpoint over HTTP. */
module io.pixsim.logging.http {
    requires static org.jspecify;
    requires transitive io.pixsim.logging.core;
    requires transitive ch.qos.logback.classic;
    requires transitive ch.qos.logback.core;
    requires com.fasterxml.jackson.core;
    requires okhttp3;
    requires okio;

    exports io.pixsim.logging.http;
    exports io.pixsim.logging.http.client;

    provides io.pixsim.logging.sink.SinkProvider with
            io.pixsim.logging.http.HttpSinkProvider;
}
