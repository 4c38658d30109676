package io.pixsim.logging.http.transport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.sink.Connection;
import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.testing.TestScope;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Posts batches with OkHttp, on the thread that sends, over one connection that is kept. Of several endpoints one is asked
 * at a time; a batch that one has taken is never sent to another.
 */
public final class OkHttpTransport implements Transport {

    private final Calls calls;
    private final List<HttpEndpoint> endpoints;
    private final Failover failover;

    /**
     * A transport to endpoints; nothing is opened yet.
     *
     * @param urls the endpoints, {@code http} or {@code https}, the first one first
     * @param options how they are spoken to; its fallbacks are not looked at
     * @throws IllegalArgumentException when a URL can't be sent to; the text doesn't hold it
     */
    public OkHttpTransport(List<URI> urls, EndpointOptions options) {
        this(urls, options, TestScope.currentNanoClock());
    }

    OkHttpTransport(List<URI> urls, EndpointOptions options, LongSupplier nanoClock) {
        List<HttpUrl> places = urls.stream().map(OkHttpTransport::parsed).toList();
        calls = new Calls(Clients.client(options.connection(), places));
        endpoints = places.stream()
                .map(url -> new HttpEndpoint(url, options, calls))
                .toList();
        failover = new Failover(endpoints.size(), nanoClock);
    }

    /**
     * A transport to one PixSim endpoint.
     *
     * @param url the endpoint, {@code http} or {@code https}
     * @param token the bearer token to send; null for none
     * @param callTimeout how long a request may take at the most, answer included
     * @throws IllegalArgumentException when the URL or the token can't be sent; the text doesn't hold the token
     */
    public OkHttpTransport(String url, @Nullable String token, Duration callTimeout) {
        this(
                List.of(URI.create(url)),
                EndpointOptions.DEFAULT
                        .with(token == null ? Credentials.NONE : Credentials.bearer(token))
                        .with(Connection.DEFAULT.withTimeouts(callTimeout, callTimeout)));
    }

    private static HttpUrl parsed(URI uri) {
        HttpUrl url = HttpUrl.parse(uri.toString());
        if (url == null) {
            throw new IllegalArgumentException("url has a host or port that can't be");
        }
        return url;
    }

    @Override
    public Outcome send(Shipment shipment) {
        Outcome outcome = new Retryable("no endpoint", Duration.ZERO);
        for (int tried = 0; tried < endpoints.size(); tried++) {
            Attempt attempt = endpoints.get(failover.choose()).send(shipment);
            if (!(attempt.down() && attempt.outcome() instanceof Retryable failed)) {
                failover.worked();
                return attempt.outcome();
            }
            boolean moved = failover.failed(attempt.reached(), failed.leastPause());
            if (attempt.reached()) {
                // Another endpoint need not wait for what this one asks for.
                return moved ? new Retryable(failed.reason(), Duration.ZERO) : failed;
            }
            outcome = failed;
        }
        return outcome;
    }

    @Override
    public void warmUp() {
        endpoints.forEach(HttpEndpoint::warmUp);
    }

    @Override
    public void close() {
        calls.close();
    }
}
