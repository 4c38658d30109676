package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same events as bulk requests to OpenSearch: one shard, no copy, a field for everything that is asked for and none more, and
 * no names, so that nothing is looked up before it is stored. As with its defaults, an answer means that it is on the disk.
 */
final class OpenSearchTrial {

    private static final String INDEX = "/logs";
    private static final String MAPPING = """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
             "mappings": {"dynamic": false, "properties": {
               "timestamp": {"type": "date"}, "level": {"type": "keyword"}, "service": {"type": "keyword"},
               "env": {"type": "keyword"}, "msg": {"type": "text"}, "request_id": {"type": "keyword"},
               "job_id": {"type": "keyword"}, "provider_id": {"type": "keyword"}, "operation_type": {"type": "keyword"},
               "stage": {"type": "keyword"}, "error_type": {"type": "keyword"}, "duration_ms": {"type": "long"}}}}
            """;
    private static final Pattern SIZE = Pattern.compile("\"size_in_bytes\":(\\d+)");

    private final OpenSearchNode node;

    private OpenSearchTrial(OpenSearchNode node) {
        this.node = node;
    }

    static PeerTrial run(Path folder, Effort effort) throws IOException, InterruptedException, ExecutionException {
        try (OpenSearchNode node = OpenSearchNode.start(folder)) {
            return new OpenSearchTrial(node).measure(effort);
        }
    }

    /** How an event gets its time. */
    private interface Dated {

        SampleEvent event(long number, Random random);
    }

    private PeerTrial measure(Effort effort) throws IOException, InterruptedException, ExecutionException {
        node.call("PUT", INDEX, MAPPING);
        Senders senders = new Senders(() ->
                connection((number, random) -> SampleEvent.of(number, System.currentTimeMillis() * 1000, random)));
        Senders.Rate rate = senders.measure(effort.ingest(), node::cpu);
        Ingested ingested = new Ingested("OpenSearch, `_bulk`", rate, bytes() / senders.stored(), node.peakMebibytes());
        node.call("DELETE", INDEX, "");
        node.call("PUT", INDEX, MAPPING);
        int entries = effort.ofPeers();
        new Senders(() -> connection((number, random) -> SampleEvent.ofMonth(number, entries, random))).store(entries);
        node.call("POST", INDEX + "/_flush", "");
        node.call("POST", INDEX + "/_refresh", "");
        return new PeerTrial(
                "OpenSearch",
                ingested,
                entries,
                QueryTrial.run(new OpenSearchQuestions(node, INDEX, entries), effort.asked()));
    }

    private double bytes() throws IOException, InterruptedException {
        node.call("POST", INDEX + "/_flush", "");
        Matcher size = SIZE.matcher(node.call("GET", INDEX + "/_stats/store", ""));
        if (!size.find()) {
            throw new IOException("no size told");
        }
        return Double.parseDouble(size.group(1));
    }

    private Senders.Connection connection(Dated dated) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return (first, random) -> store(client, dated, first, random);
    }

    private void store(HttpClient client, Dated dated, long first, Random random)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder(Senders.BATCH * 600);
        for (int i = 0; i < Senders.BATCH; i++) {
            body.append("{\"create\":{}}\n")
                    .append(dated.event(first + i, random).json(false))
                    .append('\n');
        }
        HttpRequest request = HttpRequest.newBuilder(node.url().resolve(INDEX + "/_bulk?filter_path=errors"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"errors\":false")) {
            throw new IOException("answered with " + answer.statusCode() + " " + answer.body());
        }
    }
}
