package io.pixsim.logging.benchmarks.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The sink, as a contestant's process sees it. */
final class Sink implements AutoCloseable {

    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LOOK_MILLIS = 10;

    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;

    Sink(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    private String ask(String order) throws IOException {
        out.println(order);
        return in.readLine();
    }

    void begin(Behaviour behaviour) throws IOException {
        ask(behaviour.name());
    }

    SinkStatus status() throws IOException {
        return SinkStatus.parse(ask("status"));
    }

    long recoveredAt() throws IOException {
        return Long.parseLong(ask("recovered"));
    }

    String sample() throws IOException {
        return ask("sample");
    }

    /** Waits until nothing has come for a while, and tells then what came. */
    SinkStatus awaitQuiet(long mostMillis) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long end = began + TimeUnit.MILLISECONDS.toNanos(mostMillis);
        long last = began;
        while (System.nanoTime() - last < QUIET && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
            last = Math.max(began, Long.parseLong(ask("last")));
        }
        return status();
    }

    /** Waits until so many events are there. */
    SinkStatus await(long distinct, long mostMillis) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMillis);
        SinkStatus status = status();
        while (status.distinct() < distinct && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
            status = status();
        }
        return status;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
