package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A node of OpenSearch in a process of its own, with the heap of 1 GiB that it has by default. */
final class OpenSearchNode implements AutoCloseable {

    private static final String MAIN = "org.codelibs.opensearch.runner.OpenSearchRunner";
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final int FIRST_PORT = 9201;
    private static final int LAST_PORT = 9298; // the runner takes none above
    private static final long MILLIS_BETWEEN_LOOKS = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI url;

    private OpenSearchNode(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Whether the build brought one. */
    static boolean canBeHad() {
        try {
            Class.forName(MAIN, false, OpenSearchNode.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static OpenSearchNode start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms1g",
                        "-Xmx1g",
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
                        "benchmark-" + port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.txt").toFile())
                .start();
        OpenSearchNode node = new OpenSearchNode(process, URI.create("http://127.0.0.1:" + port));
        try {
            node.awaitReady(folder);
            return node;
        } catch (IOException | InterruptedException e) {
            node.close();
            throw e;
        }
    }

    private void awaitReady(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + TO_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("OpenSearch did not start, see node.txt in " + folder);
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            call("GET", "/_cluster/health?wait_for_status=yellow&timeout=1s", "");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Sends a request with JSON, or nothing, over the one connection; gives the answer. */
    String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " answered with " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    URI url() {
        return url;
    }

    Duration cpu() {
        return Processes.cpu(List.of(process.toHandle()));
    }

    double peakMebibytes() throws IOException {
        return Processes.memory(List.of(process.toHandle()), "VmHWM");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
                return socket.getLocalPort();
            } catch (IOException ignored) {
                // taken
            }
        }
        throw new IOException("no free port in " + FIRST_PORT + ".." + LAST_PORT);
    }
}
