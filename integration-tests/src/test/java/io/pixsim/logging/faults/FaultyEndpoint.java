package io.pixsim.logging.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.test.ingest.Accounting;
import io.pixsim.logging.test.ingest.IngestServer;
import io.pixsim.logging.test.ingest.IngestServer.Generation;

/**
 * The kit's endpoint behind a wire that goes wrong on command, request by request. What gets through is stored and answered
 * there, in whatever format it is; all else happens to plain sockets here.
 */
final class FaultyEndpoint implements AutoCloseable {

    private final IngestServer store;
    private final ServerSocket server = new ServerSocket();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<Long> requestNanos = new CopyOnWriteArrayList<>();
    private final Queue<byte[]> kept = new ArrayDeque<>();
    private final CountDownLatch mended = new CountDownLatch(1);
    private volatile IntFunction<Fault> faults;

    private FaultyEndpoint(int port, Generation generation, IntFunction<Fault> faults) throws IOException {
        this.faults = faults;
        this.store = IngestServer.start(generation);
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 50);
        daemon(this::accept);
    }

    static FaultyEndpoint start() {
        return start(Generation.H);
    }

    static FaultyEndpoint start(Generation generation) {
        return start(0, generation, request -> Fault.NONE);
    }

    /** What happens to each request, by its number from 0 on. */
    static FaultyEndpoint start(int port, IntFunction<Fault> faults) {
        return start(port, Generation.H, faults);
    }

    private static FaultyEndpoint start(int port, Generation generation, IntFunction<Fault> faults) {
        try {
            return new FaultyEndpoint(port, generation, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All requests go wrong in this way. */
    void always(Fault fault) {
        faults = request -> fault;
    }

    /** From now on all gets through, and what hangs is let go. */
    void mend() {
        faults = request -> Fault.NONE;
        mended.countDown();
    }

    /** What answers the requests that get through. */
    IngestServer store() {
        return store;
    }

    URI url() {
        return url(IngestionFormat.PIXSIM);
    }

    URI url(IngestionFormat format) {
        return URI.create("http://127.0.0.1:" + port())
                .resolve(store.url(format).getPath());
    }

    int port() {
        return server.getLocalPort();
    }

    int requests() {
        return requestNanos.size();
    }

    /** When each request began, by {@link System#nanoTime}. */
    List<Long> requestNanos() {
        return List.copyOf(requestNanos);
    }

    /** What is stored by now, that which was only kept included. */
    Ledger stored() {
        synchronized (kept) {
            try {
                while (!kept.isEmpty()) {
                    pass(kept.remove());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Ledger.of(store.events());
    }

    Accounting accounting() {
        return store.accounting(Numbered.NUMBER.name());
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                daemon(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream(), 1 << 16);
            boolean stays = true;
            for (HttpMessage message = HttpMessage.begin(in);
                    stays && message != null;
                    message = stays ? HttpMessage.begin(in) : null) {
                stays = answer(nextFault(), message, connection);
            }
        } catch (IOException | InterruptedException e) {
            // The client went away, or the test is over.
        }
    }

    private synchronized Fault nextFault() {
        requestNanos.add(System.nanoTime());
        return faults.apply(requestNanos.size() - 1);
    }

    /** Whether the connection stays. */
    private boolean answer(Fault fault, HttpMessage message, Socket to) throws IOException, InterruptedException {
        if (fault == Fault.RESET) {
            to.setSoLinger(true, 0);
            return false;
        }
        byte[] request = fault == Fault.SLOW_READER ? message.wholeSlowly() : message.whole();
        switch (fault) {
            case NONE, SLOW_READER -> say(to, pass(request));
            case KEEPS_FOR_LATER -> {
                synchronized (kept) {
                    kept.add(request);
                }
                say(to, HttpMessage.answer(200, "application/json", "{\"success\":true}"));
            }
            case ANSWER_LOST -> {
                pass(request);
                to.setSoLinger(true, 0);
                return false;
            }
            case HALF_ANSWER -> {
                byte[] whole = pass(request);
                to.getOutputStream().write(whole, 0, whole.length - 10);
                return false;
            }
            case HALF_PROMISE -> {
                to.getOutputStream().write(HttpMessage.answer(503, "application/json", "{}"), 0, 12);
                return false;
            }
            case HANG -> {
                mended.await();
                return false;
            }
            default -> say(to, fault.answer());
        }
        return true;
    }

    private static void say(Socket to, byte[] answer) throws IOException {
        to.getOutputStream().write(answer);
    }

    /** Takes a request to the store, and its answer back. */
    private byte[] pass(byte[] request) throws IOException {
        try (Socket through = new Socket(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), store.url().getPort())) {
            through.getOutputStream().write(request);
            HttpMessage answer = HttpMessage.begin(new BufferedInputStream(through.getInputStream()));
            if (answer == null) {
                throw new IOException("the store says nothing");
            }
            return answer.whole();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "faulty-endpoint");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        mended.countDown();
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.close();
    }
}
