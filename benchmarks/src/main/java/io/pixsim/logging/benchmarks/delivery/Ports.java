package io.pixsim.logging.benchmarks.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where the sink listens.
 *
 * @param http for requests
 * @param lines for lines
 * @param orders for orders
 */
record Ports(int http, int lines, int orders) {

    static Ports parse(String text) {
        String[] parts = text.split(" ", -1);
        return new Ports(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    String text() {
        return http + " " + lines + " " + orders;
    }

    /** The same, but that nobody listens for events. */
    Ports closed() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Ports(free.getLocalPort(), free.getLocalPort(), orders);
        }
    }
}
