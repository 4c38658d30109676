package io.pixsim.logging.benchmarks.delivery;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The calls that are measured: events of a media pipeline with eight entries of context and six fields of their own. */
final class Calls {

    static final String[] FIELDS = {
        "request_id",
        "trace_id",
        "span_id",
        "job_id",
        "artifact_id",
        "user_id",
        "provider_id",
        "operation_type",
        "stage",
        "provider_job_id",
        "attempt",
        "duration_ms",
        "submission_id",
        "generation_id"
    };

    private static final Map<String, String> CONTEXT = Map.of(
            "request_id", "req_7f3a9c2e51d84b06",
            "trace_id", "4bf92f3577b34da6a3ce929d0e0e4736",
            "span_id", "00f067aa0ba902b7",
            "job_id", "48213077",
            "artifact_id", "90115344",
            "user_id", "70044121",
            "provider_id", "pixverse",
            "operation_type", "text_to_video");
    private static final long DURATIONS = 900_000;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(1);

    private final Logger logger;
    private int next;

    Calls() {
        this(LoggerFactory.getLogger("io.pixsim.worker.pipeline.JobProcessor"));
    }

    Calls(Logger logger) {
        this.logger = logger;
        MDC.setContextMap(CONTEXT);
    }

    /** How many events were logged, which is the number of the next one. */
    int count() {
        return next;
    }

    /** Numbers begin anew. */
    void restart() {
        next = 0;
    }

    void log() {
        log("submission_accepted");
    }

    void log(String message) {
        int number = next++;
        logger.atInfo()
                .addKeyValue("stage", "provider:submit")
                .addKeyValue("provider_job_id", Numbering.text(number))
                .addKeyValue("attempt", 0)
                .addKeyValue("duration_ms", DURATIONS / 9 + number % DURATIONS)
                .addKeyValue("submission_id", 8_100_233)
                .addKeyValue("generation_id", "gen_2c1f7720")
                .log(message);
    }

    /** As fast as can be, for a time. */
    void blast(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            for (int i = 0; i < 100; i++) {
                log();
            }
        }
    }

    /** At a rate, in steps of a millisecond. */
    void pace(long perSecond, long events) {
        long start = System.nanoTime();
        int first = next;
        while (next - first < events) {
            long elapsed = System.nanoTime() - start;
            long due = Math.min(events, perSecond * elapsed / TimeUnit.SECONDS.toNanos(1) + 1);
            while (next - first < due) {
                log();
            }
            LockSupport.parkNanos(STEP);
        }
    }
}
