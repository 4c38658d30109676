package io.pixsim.logging.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that opens tunnels for those who know its password, and remembers where to. */
final class Tunnel implements AutoCloseable {

    private final InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    private final ServerSocket server = new ServerSocket(0, 50, loopback);
    private final List<String> places = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final String authorization;

    private Tunnel(String authorization) throws IOException {
        this.authorization = authorization;
        daemon(this::accept);
    }

    static Tunnel start(String authorization) throws IOException {
        return new Tunnel(authorization);
    }

    URI url(String userInfo) {
        return URI.create("http://" + userInfo + "127.0.0.1:" + server.getLocalPort());
    }

    /** Host and port of each tunnel. */
    List<String> places() {
        return List.copyOf(places);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            sockets.add(client);
            daemon(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        List<String> head = head(client);
        if (!head.contains("Proxy-Authorization: " + authorization)) {
            say(client, "407 Proxy Authentication Required");
            client.close();
            return;
        }
        String place = head.get(0).split(" ", -1)[1];
        places.add(place);
        Socket origin = new Socket(loopback, URI.create("tunnel://" + place).getPort());
        sockets.add(origin);
        say(client, "200 Connection established");
        daemon(() -> client.getInputStream().transferTo(origin.getOutputStream()));
        origin.getInputStream().transferTo(client.getOutputStream());
    }

    private static List<String> head(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
        List<String> head = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.add(line);
        }
        return head;
    }

    private static void say(Socket socket, String status) throws IOException {
        socket.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void daemon(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // One side has gone, and so has the tunnel.
                    }
                },
                "tunnel");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private interface Task {
        void run() throws IOException;
    }
}
