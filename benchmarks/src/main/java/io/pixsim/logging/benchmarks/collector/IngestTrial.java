package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/** Batches to the collector, in its own format. */
final class IngestTrial {

    private final boolean withUid;
    private final String[] options;

    IngestTrial(boolean withUid, String... options) {
        this.withUid = withUid;
        this.options = options;
    }

    Ingested run(Path data, Duration time) throws IOException, InterruptedException, ExecutionException {
        try (ServeProcess serve = ServeProcess.start(data, options)) {
            URI url = serve.url().resolve("/api/v1/logs/ingest/batch");
            Senders senders = new Senders(() -> connection(url));
            Senders.Rate rate = senders.measure(time, serve::cpu);
            double bytes = (double) Folders.bytes(data) / senders.stored();
            return new Ingested(how(), rate, bytes, serve.memory("VmHWM"));
        }
    }

    private String how() {
        return "over HTTP, "
                + (withUid ? "with an id each" : "without ids")
                + (options.length == 0 ? "" : ", `" + String.join(" ", options) + "`");
    }

    private Senders.Connection connection(URI url) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return (first, random) -> store(client, url, first, random);
    }

    private void store(HttpClient client, URI url, long first, Random random) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder(Senders.BATCH * 600).append("{\"logs\":[");
        long micros = System.currentTimeMillis() * 1000;
        for (int i = 0; i < Senders.BATCH; i++) {
            body.append(i == 0 ? "" : ",")
                    .append(SampleEvent.of(first + i, micros, random).json(withUid));
        }
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.append("]}").toString()))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("answered with " + status);
        }
    }
}
