package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Asks the collector over HTTP. */
final class CollectorQuestions implements QueryTrial.Asking {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final int stored;
    private final Random random = new Random(5);

    CollectorQuestions(URI url, int stored) {
        this.url = url;
        this.stored = stored;
    }

    @Override
    public void ask(Question question) throws IOException, InterruptedException {
        String path = path(question);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/logs" + path)).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().length() < 3) {
            throw new IOException(path + " answered with " + answer.statusCode() + " " + answer.body());
        }
    }

    private String path(Question question) {
        return switch (question) {
            case TRACE -> "/trace/job/" + random.nextInt(stored / SampleEvent.JOB);
            case PAGE -> "/query?service=worker&level=error&limit=100";
            case WORD -> "/query?search=timeout&limit=50";
            case RARE_WORD -> "/query?search=" + SampleEvent.RARE + "&limit=50";
            case MONTH -> "/stats?start_time=" + monthAgo();
            case MONTH_OF_ERRORS -> "/stats?service=api&level=error&start_time=" + monthAgo();
            case DISTINCT -> "/distinct/stage";
            case NEWEST -> "/query?limit=100";
        };
    }

    private static Instant monthAgo() {
        return Instant.now().minus(Duration.ofDays(Fill.DAYS)).truncatedTo(ChronoUnit.SECONDS);
    }
}
