package io.pixsim.logging.benchmarks.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The endpoint of all contestants, in a process of its own: takes requests, lines and orders, each on a port of its own. */
final class SinkMain {

    private static final int BACKLOG = 64;

    private final SinkState state = new SinkState();

    private SinkMain() {}

    /** Says its ports and runs until its standard input ends. */
    public static void main(String[] args) throws IOException {
        SinkMain sink = new SinkMain();
        int http = sink.listen(socket -> new HttpConnection(socket, sink.state));
        int lines = sink.listen(socket -> new LineConnection(socket, sink.state));
        int orders = sink.listen(socket -> () -> sink.obey(socket));
        System.out.println(http + " " + lines + " " + orders);
        System.in.readAllBytes();
        System.exit(0);
    }

    private int listen(Function<Socket, Runnable> connection) throws IOException {
        ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (true) {
                try {
                    daemon(connection.apply(server.accept()));
                } catch (IOException e) {
                    System.err.println("sink: " + e);
                    return;
                }
            }
        });
        return server.getLocalPort();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void obey(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            String order = in.readLine();
            while (order != null) {
                out.println(answer(order));
                order = in.readLine();
            }
        } catch (IOException e) {
            System.err.println("sink: " + e);
        }
    }

    private String answer(String order) {
        return switch (order) {
            case "status" ->
                state.tally().status(state.behaviour().looksAtIds()).line();
            case "last" -> Long.toString(state.tally().lastNanos());
            case "recovered" -> Long.toString(state.recoveredAt());
            case "sample" -> state.tally().sample();
            default -> {
                state.begin(Behaviour.valueOf(order));
                yield "ok";
            }
        };
    }
}
