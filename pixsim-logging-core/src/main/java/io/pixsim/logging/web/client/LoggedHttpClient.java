package io.pixsim.logging.web.client;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.context.JobScopes;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The JDK's HTTP client, with each call logged by a {@link CallLog}: when its answer has been read to the end, or the
 * program stops reading it, or it fails. An answer that is never read is never logged. Web sockets are not calls.
 *
 * <p>All settings are those of the client that was handed over; so are its threads. Safe for use by many threads.
 */
public final class LoggedHttpClient extends HttpClient {

    private final HttpClient client;
    private final CallLog calls;

    private LoggedHttpClient(HttpClient client, CallLog calls) {
        this.client = Objects.requireNonNull(client, "client");
        this.calls = Objects.requireNonNull(calls, "calls");
    }

    /**
     * Makes a client log its calls.
     *
     * @param client sends them
     * @param calls logs them
     * @return the same client, logged
     */
    public static HttpClient of(HttpClient client, CallLog calls) {
        return new LoggedHttpClient(client, calls);
    }

    @Override
    public <T extends @Nullable Object> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        JdkCall call = JdkCall.begin(calls, request);
        try {
            return client.send(call.request(), call.counted(handler));
        } catch (Throwable e) { // told, and thrown on as it is
            call.ended(e);
            throw e;
        }
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler) {
        return sendAsync(request, handler, null);
    }

    /** Returns the client's own future, which is the one that can be cancelled. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the one that tells is nobody's business
    public <T extends @Nullable Object> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
        JobScopes.handedOn(MDC.get(Fields.JOB_ID.name())); // the call may outlive the job's scope
        JdkCall call = JdkCall.begin(calls, request);
        try {
            CompletableFuture<HttpResponse<T>> answer = client.sendAsync(call.request(), call.counted(handler), pushes);
            answer.whenComplete((response, failure) -> call.ended(failure));
            return answer;
        } catch (RuntimeException e) { // told, and thrown on as it is
            call.ended(e);
            throw e;
        }
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return client.newWebSocketBuilder();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }

    /** From JDK 21 on a client can be shut down; shutting this one down does so to the one that was handed over. */
    @SuppressWarnings("MissingOverride") // JDK 17 has nothing to override
    public void shutdown() {
        ClientLife.shutdown(client);
    }

    /** From JDK 21 on, as {@link #shutdown}; what is under way is given up. */
    @SuppressWarnings("MissingOverride")
    public void shutdownNow() {
        ClientLife.shutdownNow(client);
    }

    /**
     * Whether the client that was handed over has ended; from JDK 21 on.
     *
     * @return false while it has not, or can't be shut down
     */
    @SuppressWarnings("MissingOverride")
    public boolean isTerminated() {
        return ClientLife.isTerminated(client);
    }

    /**
     * Waits until the client that was handed over has ended; from JDK 21 on.
     *
     * @param time how long at the most
     * @return whether it has
     * @throws InterruptedException when this thread was interrupted
     */
    @SuppressWarnings("MissingOverride")
    public boolean awaitTermination(Duration time) throws InterruptedException {
        return ClientLife.awaitTermination(client, time);
    }

    /** From JDK 21 on a client can be closed; closing this one closes the one that was handed over. */
    @SuppressWarnings("MissingOverride") // JDK 17 has nothing to override
    public void close() {
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) { // HttpClient declares none
                throw new IllegalStateException(e);
            }
        }
    }
}
