package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;

/** Asks one question many times, over one connection, and checks that it is answered. */
final class QueryTrial {

    private static final int WARM_UP = 100;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final Effort effort;
    private final Random random = new Random(5);

    QueryTrial(URI url, Effort effort) {
        this.url = url;
        this.effort = effort;
    }

    /**
     * How long it took, from the request to the last byte of the answer.
     *
     * @param p50 in milliseconds
     * @param p95 in milliseconds
     * @param goal the most that p95 is to be; not a number where there is none
     */
    record Result(String question, double first, double p50, double p95, double goal) {}

    Result trace() throws IOException, InterruptedException {
        return ask("trace of a job", 5, () -> "/trace/job/" + random.nextInt(effort.stored() / 20));
    }

    Result page() throws IOException, InterruptedException {
        return ask("service and level, newest 100", 5, () -> "/query?service=worker&level=error&limit=100");
    }

    Result search() throws IOException, InterruptedException {
        return ask("word of one entry in a hundred, newest 50", 20, () -> "/query?search=timeout&limit=50");
    }

    Result rareSearch() throws IOException, InterruptedException {
        return ask("word of one entry in a million", 20, () -> "/query?search=" + SampleEvent.RARE + "&limit=50");
    }

    Result histogram() throws IOException, InterruptedException {
        return ask(
                "30 days by level, with counts and durations",
                50,
                () -> "/stats?start_time="
                        + Instant.now()
                                .minus(Duration.ofDays(Fill.DAYS))
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    Result histogramOfErrors() throws IOException, InterruptedException {
        return ask(
                "the same of the errors of a service",
                50,
                () -> "/stats?service=api&level=error&start_time="
                        + Instant.now()
                                .minus(Duration.ofDays(Fill.DAYS))
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    Result distinct() throws IOException, InterruptedException {
        return ask("distinct stages", 1, () -> "/distinct/stage");
    }

    Result newest() throws IOException, InterruptedException {
        return ask("newest 100", Double.NaN, () -> "/query?limit=100");
    }

    private Result ask(String question, double goal, Supplier<String> path) throws IOException, InterruptedException {
        double first = once(path.get());
        for (int i = 0; i < WARM_UP; i++) {
            once(path.get());
        }
        double[] millis = new double[effort.asked()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = once(path.get());
        }
        Arrays.sort(millis);
        return new Result(question, first, millis[millis.length / 2], millis[millis.length * 95 / 100], goal);
    }

    private double once(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/logs" + path)).build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        double millis = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != 200 || answer.body().length() < 3) {
            throw new IOException(path + " answered with " + answer.statusCode() + " " + answer.body());
        }
        return millis;
    }
}
