package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Sends batches from a few connections at once, each the next when the one before is answered for. */
final class IngestTrial {

    private static final int CONNECTIONS = 4;
    /** Until the compiler of the JVM has come to rest; on a machine with other work that is no number of seconds. */
    private static final int ROWS_TO_WARM_UP = 400_000;

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(30);

    private final int batch;
    private final boolean withUid;
    private final String[] options;
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();

    IngestTrial(int batch, boolean withUid, String... options) {
        this.batch = batch;
        this.withUid = withUid;
        this.options = options;
    }

    /**
     * What it took.
     *
     * @param how what was sent, and with which options of the JVM the collector ran
     * @param perSecond rows that were answered for, a second
     * @param cpuMicros CPU time of the collector's process for each row
     * @param bytes on the disk for each row
     * @param peakMebibytes the most resident memory
     */
    record Result(String how, double perSecond, double cpuMicros, double bytes, double peakMebibytes) {

        double perCoreSecond() {
            return 1e6 / cpuMicros;
        }
    }

    Result run(Path data, Duration time) throws IOException, InterruptedException, ExecutionException {
        try (ServeProcess serve = ServeProcess.start(data, options)) {
            long longest = System.nanoTime() + LONGEST_WARM_UP.toNanos();
            send(serve.url(), () -> stored.get() < ROWS_TO_WARM_UP && System.nanoTime() < longest);
            long before = stored.get();
            Duration cpuBefore = serve.cpu();
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            send(serve.url(), () -> System.nanoTime() < end);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double rows = stored.get() - before;
            double cpu = serve.cpu().minus(cpuBefore).toNanos() / 1e3 / rows;
            double peak = serve.memory("VmHWM");
            return new Result(how(), rows / seconds, cpu, (double) Folders.bytes(data) / stored.get(), peak);
        }
    }

    private String how() {
        return (withUid ? "with an id each" : "without ids")
                + (options.length == 0 ? "" : ", `" + String.join(" ", options) + "`");
    }

    private void send(URI url, BooleanSupplier goesOn) throws InterruptedException, ExecutionException {
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Random random = new Random(i);
            all.add(senders.submit(() -> {
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                while (goesOn.getAsBoolean()) {
                    sendOne(client, url, random);
                }
                return null;
            }));
        }
        for (Future<?> sender : all) {
            sender.get();
        }
        senders.shutdown();
        senders.awaitTermination(1, TimeUnit.MINUTES);
    }

    private void sendOne(HttpClient client, URI url, Random random) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder(batch * 600).append("{\"logs\":[");
        long first = number.getAndAdd(batch);
        long micros = System.currentTimeMillis() * 1000;
        for (int i = 0; i < batch; i++) {
            body.append(i == 0 ? "" : ",")
                    .append(SampleEvent.of(first + i, micros, random).json(withUid));
        }
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/logs/ingest/batch"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.append("]}").toString()))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("answered with " + status);
        }
        stored.addAndGet(batch);
    }
}
