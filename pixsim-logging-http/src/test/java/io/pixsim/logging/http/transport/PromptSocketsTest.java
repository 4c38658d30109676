package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

class PromptSocketsTest {

    private static final int GATHERED = 128 * 1024;

    private final PromptSockets sockets = new PromptSockets(true);

    @Test
    void everySocketSendsAtOnce() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 50, here);
                Socket unconnected = sockets.createSocket();
                Socket byAddress = sockets.createSocket(here, server.getLocalPort());
                Socket byName = sockets.createSocket(here.getHostAddress(), server.getLocalPort());
                Socket bound = sockets.createSocket(here, server.getLocalPort(), here, 0);
                Socket boundByName = sockets.createSocket(here.getHostAddress(), server.getLocalPort(), here, 0)) {
            assertThat(unconnected.getTcpNoDelay()).isTrue();
            assertThat(byAddress.getTcpNoDelay()).isTrue();
            assertThat(byName.getTcpNoDelay()).isTrue();
            assertThat(bound.getTcpNoDelay()).isTrue();
            assertThat(boundByName.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void whatIsGatheredLeavesWhenItIsFlushedAndWhenItIsMuch() throws IOException {
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) 'x');
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 50, here);
                Socket client = sockets.createSocket()) {
            client.connect(server.getLocalSocketAddress());
            try (Socket accepted = server.accept()) {
                OutputStream out = client.getOutputStream();
                out.write("a".getBytes(StandardCharsets.US_ASCII));
                out.write("b".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                assertThat(accepted.getInputStream().readNBytes(2)).asString().isEqualTo("ab");

                CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(out, much));
                assertThat(accepted.getInputStream().readNBytes(much.length - GATHERED))
                        .containsOnly('x');
                writing.join();
            }
        }
    }

    /** In small parts, as the client does. */
    private static void write(OutputStream out, byte[] bytes) {
        try {
            for (int at = 0; at < bytes.length; at += 8192) {
                out.write(bytes, at, 8192);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
