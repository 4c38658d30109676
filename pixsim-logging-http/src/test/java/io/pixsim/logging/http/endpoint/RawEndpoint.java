package io.pixsim.logging.http.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An endpoint below HTTP: accepts connections, sends each the same bytes as soon as it has heard something, and then says
 * nothing more, or hangs up. With no bytes to send it is one that hangs.
 */
public final class RawEndpoint implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] answer;
    private final boolean hangsUp;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger heard = new AtomicInteger();

    private RawEndpoint(String answer, boolean hangsUp) throws IOException {
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
        this.hangsUp = hangsUp;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::acceptAll, "raw-endpoint");
        thread.setDaemon(true);
        thread.start();
    }

    public static RawEndpoint hanging() {
        return start("", false);
    }

    public static RawEndpoint answering(String answer) {
        return start(answer, false);
    }

    public static RawEndpoint answeringAndHangingUp(String answer) {
        return start(answer, true);
    }

    private static RawEndpoint start(String answer, boolean hangsUp) {
        try {
            return new RawEndpoint(answer, hangsUp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    /** How many connections have sent something. */
    public int heard() {
        return heard.get();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                connection.getInputStream().read(new byte[64 * 1024]);
                heard.incrementAndGet();
                connection.getOutputStream().write(answer);
                if (hangsUp) {
                    connection.close();
                }
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
