package io.pixsim.logging.collector.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL, one for all tests of a JVM; its binaries come as a Maven artifact. Where it can't be started, tests are
 * skipped and say why.
 */
final class Server {

    private static Server shared;
    private static String reason;

    private final Path folder;
    private final int port;
    private EmbeddedPostgres postgres;

    private Server(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static synchronized Server shared() {
        if (shared == null && reason == null) {
            try {
                Server server = new Server(Files.createTempDirectory("collector-postgres"), freePort());
                Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
                server.start();
                shared = server;
            } catch (IOException | RuntimeException e) {
                reason = "no PostgreSQL could be started here: " + e;
                System.out.println("skipped: " + reason);
            }
        }
        if (reason != null) {
            Assumptions.abort(reason);
        }
        return shared;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Starts it, again with the same data on the same port. */
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("shared_buffers", "32MB")
                .start();
    }

    void stop() throws IOException {
        postgres.close();
    }

    private void remove() {
        try {
            if (postgres != null) {
                postgres.close();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) { // it may remove files of its own meanwhile
            System.out.println("not removed: " + e);
        }
    }

    String url() {
        return "postgresql://postgres:postgres@localhost:" + port + "/postgres";
    }
}
