package io.pixsim.logging.collector.store.postgres;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of a test's own, which it can stop and start again on the same port with the same data. */
final class OwnServer implements AutoCloseable {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres postgres;

    private OwnServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static OwnServer start(Path folder) throws IOException {
        OwnServer server = new OwnServer(folder.resolve("data"), freePort());
        try {
            server.startAgain();
        } catch (IOException | RuntimeException e) {
            String reason = "no PostgreSQL could be started here: " + e;
            System.out.println("skipped: " + reason);
            Assumptions.abort(reason);
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void startAgain() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("shared_buffers", "16MB")
                .start();
    }

    void stop() throws IOException {
        postgres.close();
    }

    String url() {
        return "postgresql://postgres:postgres@localhost:" + port + "/postgres";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
