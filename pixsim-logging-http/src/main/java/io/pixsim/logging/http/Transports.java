package io.pixsim.logging.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.http.transport.OkHttpTransport;
import io.pixsim.logging.http.transport.Transport;
import io.pixsim.logging.sink.EndpointOptions;

/** What carries batches to where an appender sends them, one for each request that may be under way. */
final class Transports {

    private Transports() {}

    static List<Transport> of(EndpointAppender appender, EndpointOptions endpoint, int inFlight) {
        List<URI> urls = new ArrayList<>(List.of(appender.url()));
        urls.addAll(endpoint.fallbacks());
        List<Transport> transports = new ArrayList<>();
        for (int i = 0; i < inFlight; i++) {
            transports.add(appender.destination()
                    .<Transport>map(DestinationTransport::new)
                    .orElseGet(() -> new OkHttpTransport(urls, endpoint)));
        }
        return transports;
    }
}
