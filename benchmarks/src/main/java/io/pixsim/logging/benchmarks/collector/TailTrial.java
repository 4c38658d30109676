package io.pixsim.logging.benchmarks.collector;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hundred viewers, and how long an event takes to each of them, from the moment at which its request is sent. */
final class TailTrial {

    static final int VIEWERS = 100;

    private static final Pattern SENT = Pattern.compile("sent-(\\d+)");
    private static final int MILLIS_BETWEEN = 20;
    /** Events before those that count. */
    private static final int WARM_UP = 100;

    private final URI url;
    private final int arrivals;
    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();

    TailTrial(URI url, int arrivals) {
        this.url = url;
        this.arrivals = arrivals;
    }

    /** Milliseconds that 50 and 99 of a hundred arrivals did not exceed. */
    record Result(double p50, double p99, double most) {}

    Result run() throws IOException, InterruptedException {
        CountDownLatch open = new CountDownLatch(VIEWERS);
        List<Thread> viewers = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            Thread viewer = new Thread(() -> view(open));
            viewer.start();
            viewers.add(viewer);
        }
        if (!open.await(1, TimeUnit.MINUTES)) {
            throw new IOException("viewers were not let in");
        }
        send();
        for (Thread viewer : viewers) {
            viewer.join();
        }
        List<Double> sorted = millis.stream().sorted().toList();
        if (sorted.size() != VIEWERS * arrivals) {
            throw new IOException("arrivals: " + sorted.size());
        }
        return new Result(
                sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100), sorted.get(sorted.size() - 1));
    }

    private void send() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Random random = new Random(9);
        for (int i = 0; i < WARM_UP + arrivals; i++) {
            String event = SampleEvent.of(i, System.currentTimeMillis() * 1000, random)
                    .json(false)
                    .replaceFirst("\"msg\":\"", "\"msg\":\"sent-" + System.nanoTime() + " ")
                    .replaceFirst("\"service\":\"[a-z]+\"", "\"service\":\"watched\"");
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/logs/ingest"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(event))
                    .build();
            client.send(request, HttpResponse.BodyHandlers.discarding());
            Thread.sleep(MILLIS_BETWEEN + random.nextInt(MILLIS_BETWEEN));
        }
    }

    private void view(CountDownLatch open) {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /api/v1/logs/tail?service=watched HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout((int) TimeUnit.MINUTES.toMillis(1));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            lines.readLine();
            open.countDown();
            int all = WARM_UP + arrivals;
            int seen = 0;
            for (String line = lines.readLine(); line != null && seen < all; ) {
                Matcher sent = SENT.matcher(line);
                if (sent.find() && seen++ >= WARM_UP) {
                    millis.add((System.nanoTime() - Long.parseLong(sent.group(1))) / 1e6);
                }
                line = seen < all ? lines.readLine() : null;
            }
        } catch (IOException e) {
            System.out.println("a viewer ended: " + e);
        }
    }
}
