package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

import org.junit.jupiter.api.Test;

class PromptSocketsTest {

    private final PromptSockets sockets = new PromptSockets();

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
}
