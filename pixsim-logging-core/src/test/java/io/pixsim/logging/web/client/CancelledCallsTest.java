package io.pixsim.logging.web.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import io.pixsim.logging.LoggedEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over real sockets, with a provider that is not done before the test is. */
@Timeout(60)
class CancelledCallsTest {

    private final LoggedEvents logged = new LoggedEvents();
    /** Has no threads but its selector and its callers: so it breaks off a body before it does anything else. */
    private final HttpClient http = LoggedHttpClient.of(
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Runnable::run)
                    .build(),
            CallLog.builder(logged.logger()).build());

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/hangs", exchange -> await(released));
        server.createContext("/halfway", exchange -> {
            exchange.sendResponseHeaders(200, 200_000);
            exchange.getResponseBody().write(new byte[100_000]);
            await(released);
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void anAsynchronousCallCanBeCancelled() {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(get("/hangs"), BodyHandlers.ofString());

        answer.cancel(true);

        assertThat(awaitEvent()).containsEntry("level", "info").containsEntry("msg", "call cancelled");
    }

    @Test
    void anAsynchronousCallCanBeCancelledWhileItIsRead() {
        CountDownLatch reading = new CountDownLatch(1);
        CompletableFuture<HttpResponse<Void>> answer =
                http.sendAsync(get("/halfway"), BodyHandlers.ofByteArrayConsumer(part -> reading.countDown()));
        await(reading);

        answer.cancel(true);

        assertThat(awaitEvent()).containsEntry("level", "info").containsEntry("msg", "call cancelled");
    }

    @Test
    void aThreadThatIsInterruptedWhileItReadsCancelsTheCall() {
        CountDownLatch reading = new CountDownLatch(1);
        FutureTask<HttpResponse<Void>> call = new FutureTask<>(
                () -> http.send(get("/halfway"), BodyHandlers.ofByteArrayConsumer(part -> reading.countDown())));
        Thread caller = new Thread(call);
        caller.start();
        await(reading);

        caller.interrupt();

        assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        assertThat(awaitEvent()).containsEntry("level", "info").containsEntry("msg", "call cancelled");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest get(String path) {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        return HttpRequest.newBuilder(url).build();
    }

    private Map<String, Object> awaitEvent() {
        while (logged.events().isEmpty()) {
            Thread.onSpinWait(); // ends with the test at the latest
        }
        assertThat(logged.events()).hasSize(1);
        return logged.events().get(0);
    }
}
