package io.pixsim.logging.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.encode.JsonReader;

/**
 * An ingest endpoint over plain sockets that goes wrong on command, request by request, and counts by event: what was
 * stored, in what order, and what a receiver that looks at {@code event_uid} would have.
 */
final class FaultyEndpoint implements AutoCloseable {

    private static final long A_LITTLE = 1_000_000;

    private final ServerSocket server;
    private final Ledger stored = new Ledger();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile IntFunction<Fault> faults;
    private volatile Rules rules = Rules.ANY;
    private volatile CountDownLatch mended = new CountDownLatch(1);

    private FaultyEndpoint(int port, IntFunction<Fault> faults) throws IOException {
        this.faults = faults;
        this.server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 50);
        daemon(this::accept);
    }

    static FaultyEndpoint start() {
        return start(0, request -> Fault.NONE);
    }

    /** What happens to each request, by its number from 0 on. */
    static FaultyEndpoint start(int port, IntFunction<Fault> faults) {
        try {
            return new FaultyEndpoint(port, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All requests go wrong in this way. */
    void always(Fault fault) {
        faults = request -> fault;
    }

    /** From now on all goes well, and what hangs is let go. */
    void mend() {
        faults = request -> Fault.NONE;
        mended.countDown();
    }

    void rules(Rules now) {
        rules = now;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port() + Wire.BATCH_PATH);
    }

    int port() {
        return server.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    Ledger stored() {
        return stored;
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
            int length = contentLength(in);
            while (length >= 0) {
                Fault fault = faults.apply(requests.getAndIncrement());
                if (fault == Fault.RESET) {
                    connection.setSoLinger(true, 0);
                    return;
                }
                byte[] body = fault == Fault.SLOW_READER ? slowly(in, length) : in.readNBytes(length);
                if (body.length < length || !answer(fault, body, connection)) {
                    return;
                }
                length = contentLength(in);
            }
        } catch (IOException | InterruptedException e) {
            // The client went away, or the test is over.
        }
    }

    private static byte[] slowly(InputStream in, int length) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int left = length;
        while (left > 0) {
            byte[] part = in.readNBytes(Math.min(left, 1000));
            body.writeBytes(part);
            left = part.length == 0 ? 0 : left - part.length;
            LockSupport.parkNanos(A_LITTLE);
        }
        return body.toByteArray();
    }

    /** Whether the connection stays. */
    private boolean answer(Fault fault, byte[] body, Socket to) throws IOException, InterruptedException {
        switch (fault) {
            case NONE, SLOW_READER -> say(to, rules.judge(body, stored));
            case BUSY_503 -> say(to, Reply.json(503, "{}"));
            case TOO_MANY_429 -> say(to, Reply.json(429, "{}"));
            case ERROR_500 -> say(to, Reply.json(500, "{\"detail\":\"database\"}"));
            case GATEWAY_502 -> say(to, new Reply(502, "text/html", "<html>Bad Gateway</html>"));
            case PAGE -> say(to, new Reply(200, "text/html", "<html>Welcome</html>"));
            case DENIED_401 -> say(to, Reply.json(401, "{}"));
            case ANSWER_LOST -> {
                rules.judge(body, stored);
                to.setSoLinger(true, 0);
                return false;
            }
            case HALF_ANSWER -> {
                byte[] whole = rules.judge(body, stored).bytes();
                to.getOutputStream().write(whole, 0, whole.length - 10);
                return false;
            }
            case HALF_PROMISE -> {
                byte[] whole = Reply.json(503, "{\"detail\":\"never said\"}").bytes();
                to.getOutputStream().write(whole, 0, 12);
                return false;
            }
            case HANG -> {
                mended.await();
                return false;
            }
            default -> throw new IllegalStateException(fault.name());
        }
        return true;
    }

    private static void say(Socket to, Reply reply) throws IOException {
        to.getOutputStream().write(reply.bytes());
    }

    /** Reads a head; -1 at the end of the connection. */
    private static int contentLength(InputStream in) throws IOException {
        int length = -1;
        String line = line(in);
        while (line != null && !line.isEmpty()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            line = line(in);
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    static List<Map<?, ?>> events(byte[] body) {
        try {
            List<Map<?, ?>> events = new ArrayList<>();
            ((List<?>) JsonReader.readObject(body).get(Wire.LOGS)).forEach(event -> events.add((Map<?, ?>) event));
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
    }

    /** What is said. */
    record Reply(int status, String type, String body) {

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body);
        }

        byte[] bytes() {
            return ("HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }
}
