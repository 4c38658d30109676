package io.pixsim.logging.http.transport;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

import javax.net.SocketFactory;

/**
 * Sockets that send at once. A batch goes out in several parts, and by default the last one waits until the others are
 * confirmed: about 40 ms for each request of more than 8 KiB. Where there is no TLS those parts are gathered: the client
 * writes 8 KiB at a time, and each write to a socket costs as much as copying several times that.
 */
final class PromptSockets extends SocketFactory {

    private final SocketFactory sockets = SocketFactory.getDefault();
    private final boolean gathers;

    /**
     * Sockets.
     *
     * @param gathers whether bytes leave only in large parts, or when they are flushed; TLS does not flush them
     */
    PromptSockets(boolean gathers) {
        this.gathers = gathers;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(gathers ? new GatheringSocket() : sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return prompt(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return prompt(sockets.createSocket(host, port, from, fromPort));
    }

    private static Socket prompt(Socket socket) throws SocketException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static final class GatheringSocket extends Socket {

        private static final int PART = 128 * 1024;

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new BufferedOutputStream(super.getOutputStream(), PART);
        }
    }
}
