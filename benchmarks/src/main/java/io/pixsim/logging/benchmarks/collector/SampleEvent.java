package io.pixsim.logging.benchmarks.collector;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * An event such as a job makes: jobs of twenty events with an own id for each request, seven stages, each of one of five
 * services, one event in twenty an error, one in a hundred a timeout, and how long calls of providers took. The same for all
 * stores.
 */
record SampleEvent(
        long number,
        long micros,
        String level,
        String service,
        String msg,
        String requestId,
        long jobId,
        String providerId,
        String stage,
        String errorType,
        long durationMs,
        String extra) {

    /** A word that one event in a million holds. */
    static final String RARE = "zanzibarquux";

    /** Events of a job. */
    static final int JOB = 20;

    private static final List<String> SERVICES = List.of("api", "worker", "automation", "ingest", "ui");
    private static final List<String> STAGES = List.of(
            "pipeline:start",
            "provider:map_params",
            "provider:submit",
            "provider:status",
            "provider:complete",
            "pipeline:artifact",
            "retry:decision");
    private static final List<String> PROVIDERS = List.of("pixverse", "sora", "runway", "kling");
    private static final List<String> WORDS = List.of(
            "request",
            "accepted",
            "waiting",
            "queue",
            "latency",
            "upload",
            "artifact",
            "resize",
            "token",
            "render",
            "frame",
            "session",
            "asset",
            "prompt",
            "model",
            "commit",
            "checkpoint",
            "cache");
    private static final int IN_HUNDRED = 100;

    /** One of so many that fill the last thirty days evenly. */
    static SampleEvent ofMonth(long number, int entries, Random random) {
        long month = TimeUnit.DAYS.toMicros(Fill.DAYS);
        long end = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        return of(number, end - month + month / entries * number, random);
    }

    static SampleEvent of(long number, long micros, Random random) {
        int luck = random.nextInt(IN_HUNDRED);
        boolean error = luck < 5;
        String stage = STAGES.get((int) (number % STAGES.size()));
        StringBuilder msg = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            msg.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        msg.append(random.nextInt(1_000_000)).append(luck == 0 ? " timeout after 30 s" : "");
        if (number % 1_000_000 == 500_000) {
            msg.append(' ').append(RARE);
        }
        long job = number / JOB;
        return new SampleEvent(
                number,
                micros,
                error ? "error" : "info",
                SERVICES.get((int) (number % STAGES.size() % SERVICES.size())),
                msg.toString(),
                "req-" + Long.toHexString(job * 0x9E3779B97F4A7C15L) + "-" + number % 4,
                job,
                PROVIDERS.get((int) (job % PROVIDERS.size())),
                stage,
                error ? (luck == 0 ? "TimeoutError" : "ProviderError") : "",
                stage.startsWith("provider") ? (long) (800 * Math.exp(random.nextGaussian())) : -1,
                "{\"logger\":\"io.pixsim.worker.Submitter\",\"thread\":\"worker-" + job % 16 + "\",\"size\":"
                        + random.nextInt(10_000_000) + "}");
    }

    String json(boolean withUid) {
        StringBuilder json = new StringBuilder(640);
        json.append("{\"timestamp\":\"")
                .append(Instant.ofEpochMilli(micros / 1000))
                .append('"');
        text(json, "level", level);
        text(json, "service", service);
        text(json, "env", "prod");
        text(json, "msg", msg);
        text(json, "request_id", requestId);
        json.append(",\"job_id\":").append(jobId);
        text(json, "provider_id", providerId);
        text(json, "operation_type", "text_to_video");
        text(json, "stage", stage);
        if (!errorType.isEmpty()) {
            text(json, "error_type", errorType);
        }
        if (durationMs >= 0) {
            json.append(",\"duration_ms\":").append(durationMs);
        }
        if (withUid) {
            text(json, "event_uid", "5f0c2b1e7a9d:" + number);
        }
        return json.append(',').append(extra, 1, extra.length() - 1).append('}').toString();
    }

    private static void text(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":\"").append(value).append('"');
    }
}
