package io.pixsim.logging.test.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import javax.net.ssl.SSLParameters;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;

/** A loopback port at which a handler is called: the same one, however often it is closed and opened again. */
final class Listener {

    private final HttpHandler handler;
    private final Security security;
    private final int port;
    private final DaemonThreads threads;
    private @Nullable HttpServer open;

    static {
        // Read once, when the JDK's server is first used: without it, each answer waits 40 ms for an acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    /** Opens a port that is free. */
    Listener(HttpHandler handler, Security security) {
        this.handler = handler;
        this.security = security;
        HttpServer http = bound(0);
        this.port = http.getAddress().getPort();
        this.threads = new DaemonThreads("pixsim-ingest-" + port);
        start(http);
    }

    int port() {
        return port;
    }

    /** Opens the port again when it is closed. */
    synchronized void open() {
        if (open == null) {
            start(bound(port));
        }
    }

    /** Closes the port and every connection, answered or not. */
    synchronized void close() {
        if (open != null) {
            open.stop(0);
            open = null;
        }
    }

    /** Closes the port for good. */
    void end() {
        close();
        threads.close();
    }

    private HttpServer bound(int at) {
        try {
            InetSocketAddress address = new InetSocketAddress(loopback(), at);
            return security == Security.NONE ? HttpServer.create(address, 0) : secured(HttpsServer.create(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port could be opened", e);
        }
    }

    private HttpServer secured(HttpsServer https) {
        https.setHttpsConfigurator(
                new HttpsConfigurator(TestCertificates.endpoint().context()) {
                    @Override
                    public void configure(HttpsParameters connection) {
                        SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                        tls.setNeedClientAuth(security == Security.MUTUAL_TLS);
                        connection.setSSLParameters(tls);
                    }
                });
        return https;
    }

    private void start(HttpServer http) {
        http.setExecutor(threads);
        http.createContext("/", handler);
        // The thread that takes connections becomes a daemon when a daemon starts it.
        threads.run(http::start);
        open = http;
    }

    /** Always of version 4: what a machine calls its loopback may be either, and the server's URL names this one. */
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
