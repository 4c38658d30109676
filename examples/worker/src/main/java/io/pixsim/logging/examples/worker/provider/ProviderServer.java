package io.pixsim.logging.examples.worker.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;

/** The provider: an HTTP server on a free loopback port. */
public final class ProviderServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService calls = Executors.newFixedThreadPool(4, named("provider-http-"));
    private final ExecutorService renderers;

    private ProviderServer(int renderThreads) throws IOException {
        server = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
        renderers = Executors.newFixedThreadPool(renderThreads, named("provider-render-"));
        server.createContext(GenerationHandler.PATH, new GenerationHandler(new Generations(renderers)));
        server.setExecutor(calls);
    }

    /**
     * Starts one.
     *
     * @param renderThreads how many generations are rendered at the same time; others are queued
     * @return the running server
     * @throws IOException when no port can be opened
     */
    public static ProviderServer start(int renderThreads) throws IOException {
        ProviderServer provider = new ProviderServer(renderThreads);
        provider.server.start();
        return provider;
    }

    /**
     * Where to submit to.
     *
     * @return the address, with its path
     */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + GenerationHandler.PATH);
    }

    /** Ends calls and renderings, and waits until their threads have ended. */
    @Override
    public void close() {
        server.stop(0);
        calls.shutdownNow();
        renderers.shutdownNow();
        try {
            calls.awaitTermination(5, TimeUnit.SECONDS);
            renderers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Always of version 4, as {@link #url} names it: what a machine calls its loopback may be either. */
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> new Thread(task, prefix + count.incrementAndGet());
    }
}
