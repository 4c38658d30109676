package io.pixsim.logging.collector.store.opensearch;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A node of OpenSearch in a process of its own, which can be killed and started again with all that it held. One is shared by all
 * tests of a JVM; {@code -Dopensearch.url=…} names a cluster to use instead.
 */
final class OpenSearchNode implements AutoCloseable {

    private static final String MAIN = "org.codelibs.opensearch.runner.OpenSearchRunner";
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final int FIRST_PORT = 9201;
    private static final int LAST_PORT = 9298; // the runner takes none above

    private static final AtomicBoolean SAID = new AtomicBoolean();

    private static @Nullable OpenSearchNode shared;

    private final Path folder;
    private final String name = "test-" + UUID.randomUUID();
    private final int port;
    private @Nullable Process process;

    private OpenSearchNode() throws IOException {
        folder = Files.createTempDirectory("opensearch");
        port = freePort();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Whether a node can be started, or a cluster is named. Says so once where there is none. */
    static boolean canBeHad() {
        boolean had = isGiven() || canBeStarted();
        if (!had && SAID.compareAndSet(false, true)) {
            System.out.println(
                    "skipped: the tests on a real OpenSearch, since -Popensearch is off, which brings a node, and"
                            + " -Dopensearch.url=... names no cluster");
        }
        return had;
    }

    /** Whether a node can be started, and so killed. */
    static boolean canBeStarted() {
        try {
            Class.forName(MAIN, false, OpenSearchNode.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isGiven() {
        return !System.getProperty("opensearch.url", "").isEmpty();
    }

    /** The address of the node that all tests share. */
    static synchronized String sharedAddress() throws IOException {
        if (isGiven()) {
            return System.getProperty("opensearch.url");
        }
        if (shared == null) {
            shared = startNew();
        }
        return shared.address();
    }

    /** A node that is the caller's alone. */
    static OpenSearchNode startNew() throws IOException {
        OpenSearchNode node = new OpenSearchNode();
        node.start();
        return node;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it, again with what it held; gives it up to two minutes. */
    void start() throws IOException {
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms512m",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MAIN,
                        "-basePath",
                        folder.toString(),
                        "-numOfNode",
                        "1",
                        "-baseHttpPort",
                        Integer.toString(port - 1),
                        "-clusterName",
                        name))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.txt").toFile())
                .start();
        process = started;
        await("OpenSearch, see " + folder)
                .atMost(TO_START)
                .failFast("the node ended", () -> !started.isAlive())
                .until(this::isReady);
    }

    private boolean isReady() {
        try (Cluster cluster = new Cluster(OpenSearchOptions.of(address()))) {
            return cluster.call(Cluster.Call.get("/"))
                            .get("cluster_name")
                            .text()
                            .equals(name)
                    && !cluster.call(Cluster.Call.get("/_cluster/health?wait_for_status=yellow&timeout=1s"))
                            .get("status")
                            .text()
                            .equals("red");
        } catch (ClusterException e) {
            return false;
        }
    }

    /** Ends it as a loss of power does. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null && !running.destroyForcibly().waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("the node does not end");
        }
    }

    @Override
    public void close() {
        try {
            kill();
            if (!Files.exists(folder)) {
                return;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port in " + FIRST_PORT + ".." + LAST_PORT);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
