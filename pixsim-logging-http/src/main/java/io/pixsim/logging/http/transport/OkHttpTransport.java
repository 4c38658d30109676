package io.pixsim.logging.http.transport;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.http.transport.Outcome.Denied;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.Unstored;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Posts batches with OkHttp. HTTP/1.1 only: the web server that PixSim runs on answers 400 to a request that offers more.
 * Every call runs on the thread that sends, over one connection that is kept.
 */
public final class OkHttpTransport implements Transport {

    /** From connecting to the last byte of the answer. */
    public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(10);

    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);

    private final OkHttpClient client;
    private final Request template;
    private final String place;
    private volatile @Nullable Call current;
    private volatile boolean closed;

    /**
     * A transport to one endpoint; nothing is opened yet.
     *
     * @param url the endpoint, {@code http} or {@code https}
     * @param token the bearer token to send; null for none
     * @param callTimeout how long a request may take at the most, answer included
     * @throws IllegalArgumentException when the URL or the token can't be sent; the text doesn't hold the token
     */
    public OkHttpTransport(String url, @Nullable String token, Duration callTimeout) {
        HttpUrl endpoint = HttpUrl.get(url);
        place = endpoint.host() + ":" + endpoint.port();
        template = template(endpoint, token);
        client = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .callTimeout(callTimeout)
                .connectTimeout(callTimeout)
                .readTimeout(callTimeout)
                .writeTimeout(callTimeout)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .socketFactory(new PromptSockets())
                .connectionPool(new ConnectionPool(1, KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS))
                .build();
    }

    private static Request template(HttpUrl endpoint, @Nullable String token) {
        Request.Builder request = new Request.Builder()
                .url(endpoint)
                .header("User-Agent", "pixsim-logging-java")
                .header("Accept", Wire.MEDIA_TYPE)
                // Answers are short: not worth unpacking.
                .header("Accept-Encoding", "identity");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    @Override
    public Outcome send(Shipment shipment) {
        Request request = template.newBuilder()
                .header(Wire.BATCH_ID_HEADER, shipment.id())
                .post(new PixSimBody(shipment.events()))
                .build();
        Call call = client.newCall(request);
        // First shown, then looked at the flag; close() does it the other way round. One of the two sees the other.
        current = call;
        if (closed) {
            return new Retryable("the transport is closed", Duration.ZERO);
        }
        try (Response response = call.execute()) {
            return at(read(response).outcome(shipment.events().size()));
        } catch (IOException | RuntimeException e) {
            // The text of such an exception may quote what was sent or received.
            return at(new Retryable(e.getClass().getSimpleName(), Duration.ZERO));
        }
    }

    private Outcome at(Outcome outcome) {
        if (outcome instanceof Retryable failed) {
            return new Retryable(failed.reason() + " at " + place, failed.leastPause());
        }
        if (outcome instanceof Denied failed) {
            return new Denied(failed.reason() + " at " + place, failed.leastPause());
        }
        if (outcome instanceof Unstored failed) {
            return new Unstored(failed.reason() + " at " + place, failed.leastPause());
        }
        return outcome;
    }

    private static Answer read(Response response) throws IOException {
        MediaType type = response.body().contentType();
        boolean json = type != null && type.subtype().toLowerCase(Locale.ROOT).contains("json");
        Duration retryAfter = RetryAfter.pause(response.header("Retry-After"), Instant.now());
        ByteString body = response.isSuccessful() ? bounded(response.body().source()) : ByteString.EMPTY;
        return new Answer(response.code(), json, retryAfter, body);
    }

    private static ByteString bounded(BufferedSource source) throws IOException {
        if (source.request(MAX_ANSWER_BYTES + 1)) {
            throw new AnswerTooLongException();
        }
        return source.readByteString();
    }

    @Override
    public void close() {
        closed = true;
        Call call = current;
        if (call != null) {
            call.cancel();
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** Its name is the reason that people read. */
    private static final class AnswerTooLongException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
