package io.pixsim.logging.http.endpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy that opens tunnels for those who say who they are, and records how it was asked. */
public final class TunnelProxy implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<String>> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final String authorization;

    private TunnelProxy(String authorization) throws IOException {
        this.authorization = authorization;
        threads.execute(this::acceptAll);
    }

    public static TunnelProxy start(String authorization) {
        try {
            return new TunnelProxy(authorization);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url(String userInfo) {
        return URI.create("http://" + userInfo + "127.0.0.1:" + server.getLocalPort());
    }

    /** The head of each request, line by line. */
    public List<List<String>> requests() {
        return List.copyOf(requests);
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket client = server.accept();
                sockets.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket client) {
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
            List<String> head = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
            requests.add(head);
            if (!head.contains("Proxy-Authorization: " + authorization)) {
                say(client, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            String[] place = head.get(0).split(" ", -1)[1].split(":", -1);
            Socket origin = new Socket(place[0], Integer.parseInt(place[1]));
            sockets.add(origin);
            say(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            threads.execute(() -> copy(client, origin));
            copy(origin, client);
        } catch (IOException e) {
            // One side has gone: so has the tunnel.
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // One side has gone: so has the tunnel.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
