package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.util.Random;

/** Asks OpenSearch, each time anew: no answer comes from its cache of answers. */
final class OpenSearchQuestions implements QueryTrial.Asking {

    private static final String NEWEST = "\"sort\":[{\"timestamp\":\"desc\"}],\"query\":";
    private static final String MONTH = """
            "size":0,"aggs":{
              "time":{"date_histogram":{"field":"timestamp","fixed_interval":"1d"},
                "aggs":{"level":{"terms":{"field":"level"}}}},
              "service":{"terms":{"field":"service","size":1000}},
              "provider":{"terms":{"field":"provider_id","size":1000}},
              "error":{"terms":{"field":"error_type","size":1000}},
              "stage":{"terms":{"field":"stage","size":1000},
                "aggs":{"duration":{"percentiles":{"field":"duration_ms","percents":[50,95]}}}}},
            "query":{"bool":{"filter":[{"range":{"timestamp":{"gte":"now-30d/s"}}}%s]}}
            """;

    private final OpenSearchNode node;
    private final String path;
    private final int stored;
    private final Random random = new Random(5);

    OpenSearchQuestions(OpenSearchNode node, String index, int stored) {
        this.node = node;
        this.path = index + "/_search?request_cache=false";
        this.stored = stored;
    }

    @Override
    public void ask(Question question) throws IOException, InterruptedException {
        String answer = node.call("POST", path, "{" + body(question) + "}");
        boolean isEmpty = answer.contains("\"value\":0,\"relation\"") && question != Question.RARE_WORD;
        if (isEmpty || !answer.contains("\"timed_out\":false")) {
            throw new IOException("no answer to: " + question.wording());
        }
    }

    private String body(Question question) {
        return switch (question) {
            case TRACE ->
                "\"size\":1000,\"sort\":[{\"timestamp\":\"asc\"}],\"query\":"
                        + term("job_id", random.nextInt(stored / SampleEvent.JOB));
            case PAGE ->
                "\"size\":100," + NEWEST + "{\"bool\":{\"filter\":[" + term("service", "worker") + ","
                        + term("level", "error") + "]}}";
            case WORD -> "\"size\":50," + NEWEST + "{\"match\":{\"msg\":\"timeout\"}}";
            case RARE_WORD -> "\"size\":50," + NEWEST + "{\"match\":{\"msg\":\"" + SampleEvent.RARE + "\"}}";
            case MONTH -> MONTH.formatted("");
            case MONTH_OF_ERRORS -> MONTH.formatted("," + term("service", "api") + "," + term("level", "error"));
            case DISTINCT -> "\"size\":0,\"aggs\":{\"stage\":{\"terms\":{\"field\":\"stage\",\"size\":1000}}}";
            case NEWEST -> "\"size\":100," + NEWEST + "{\"match_all\":{}}";
        };
    }

    private static String term(String field, Object value) {
        return "{\"term\":{\"" + field + "\":\"" + value + "\"}}";
    }
}
