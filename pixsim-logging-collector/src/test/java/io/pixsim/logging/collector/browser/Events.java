package io.pixsim.logging.collector.browser;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events of jobs as a worker logs them: some are retried, some fail for good. The same for the same seed. */
final class Events {

    private static final List<String> PROVIDERS = List.of("pixverse", "sora", "runway", "kling");
    private static final List<String> OPERATIONS = List.of("text_to_video", "image_to_video", "video_extend");
    private static final List<String> ERRORS = List.of(
            "Timeout\",\"error\":\"no answer in 30 s",
            "RateLimited\",\"error\":\"429 too many requests",
            "ContentRejected\",\"error\":\"the prompt was refused by the safety filter",
            "QuotaExceeded\",\"error\":\"the account has no credits left");
    private static final String TRACE =
            "io.pixsim.worker.ProviderException: refused\\n\\tat io.pixsim.worker.Submit.run(Submit.java:41)"
                    + "\\n\\tat io.pixsim.worker.JobRun.call(JobRun.java:88)\\n\\tat java.base/java.lang.Thread.run(Thread.java:840)";
    private static final int MOST_ATTEMPTS = 3;

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private String context = "";

    private Events(long seed) {
        random = new Random(seed);
    }

    /** One event, as JSON. */
    static String event(Instant time, String level, String service, String more) {
        return "{\"timestamp\":\"" + time + "\",\"level\":\"" + level + "\",\"service\":\"" + service + "\"" + more
                + "}";
    }

    /** All events of so many jobs that began at equal distances between two times. */
    static List<String> ofJobs(int jobs, Instant from, Instant to, long seed) {
        Events events = new Events(seed);
        for (int job = 0; job < jobs; job++) {
            events.now = from.plus(ChronoUnit.MILLIS.between(from, to) * job / jobs, ChronoUnit.MILLIS);
            events.job(1000 + job);
        }
        return events.lines;
    }

    private void job(int job) {
        Instant began = now;
        context = ",\"job_id\":" + job + ",\"user_id\":" + (job % 40) + ",\"request_id\":\"req-"
                + Integer.toHexString(job * 7919) + "\",\"provider_id\":\"" + pick(PROVIDERS)
                + "\",\"operation_type\":\"" + pick(OPERATIONS) + "\",\"artifact_id\":" + job * 3;
        boolean fails = job % 11 == 6;
        int failures = fails ? MOST_ATTEMPTS : job % 11 == 2 ? 2 : 0;
        stage(20, "info", "pipeline:start", "processing started", "");
        stage(30, "info", "pipeline:artifact", "artifact created", "");
        stage(12, "info", "provider:map_params", "parameters mapped", ",\"prompt_length\":" + random.nextInt(400));
        for (int attempt = 0; attempt < failures; attempt++) {
            stage(
                    300 + random.nextInt(1200),
                    attempt == MOST_ATTEMPTS - 1 ? "error" : "warning",
                    "provider:error",
                    "submission failed",
                    ",\"attempt\":" + attempt + ",\"error_type\":\"" + pick(ERRORS) + "\",\"exception\":\"" + TRACE
                            + "\"");
            stage(
                    8,
                    "info",
                    "retry:decision",
                    "trying again in 1000 ms",
                    ",\"attempt\":" + attempt + ",\"delay_ms\":1000");
            now = now.plusMillis(1000);
        }
        if (!fails) {
            render(failures, began);
        }
        stage(
                5,
                fails ? "warning" : "info",
                "job:end",
                "job ended",
                ",\"duration_ms\":" + ChronoUnit.MILLIS.between(began, now)
                        + ",\"outcome\":\"" + (fails ? "failed" : "completed") + "\",\"attempts\":"
                        + (failures + (fails ? 0 : 1))
                        + ",\"suppressed\":6,\"lost\":{\"sampled\":{\"provider:status\":6}}");
    }

    private void render(int attempt, Instant began) {
        String more = ",\"attempt\":" + attempt;
        int took = 20 + random.nextInt(180);
        stage(took, "info", "provider:submit", "submitted", more + ",\"duration_ms\":" + took);
        now = now.plusMillis(attempt == 2 ? 9_000 : 0);
        int polls = 3 + random.nextInt(6);
        for (int poll = 1; poll <= polls; poll++) {
            stage(
                    300 + random.nextInt(600),
                    "debug",
                    "provider:status",
                    "rendering, " + 100 * poll / polls + " %",
                    more + ",\"sample_rate\":3");
        }
        stage(
                10,
                "info",
                "provider:complete",
                "rendered",
                more + ",\"duration_ms\":" + ChronoUnit.MILLIS.between(began, now));
    }

    private void stage(int millis, String level, String stage, String message, String more) {
        now = now.plusMillis(millis);
        lines.add(event(
                now, level, "worker", ",\"msg\":\"" + message + "\",\"stage\":\"" + stage + "\"" + context + more));
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
