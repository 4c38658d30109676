package io.pixsim.logging.reference;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.JOB_ID;

import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.TextField;
import io.pixsim.logging.context.LogContext;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;

/** What is bound, what clashes, what is masked. */
final class CorpusContext {

    private static final TextField API_KEY = Field.text("api_key", "A key that must not be written");

    private CorpusContext() {}

    static void context(Logger log) {
        try (var job = LogContext.job(123, "text_to_video", "pixverse");
                var artifact = LogContext.artifact(456, 321)) {
            log.info("a job and its artifact are bound");
            log.info("the call's own job_id counts more", JOB_ID.of(124));
        }
        try (var job = LogContext.job("job-abc123")) {
            log.info("a job_id that is text is bound");
        }
        bound(log, "job_id", "123", "the text 123 is bound as job_id");
        bound(log, "tenant", "acme", "a field of one's own is bound");
        bound(log, "traceId", "0af7651916cd43dd8448eb211c80319c", "traceId is bound");
        bound(log, "trace.id", "0af7651916cd43dd8448eb211c80319c", "trace.id is bound");
        bound(log, "spanId", "b7ad6b7169203331", "spanId is bound");
        bound(log, "trace_flags", "01", "trace_flags is bound");
        bound(log, "service", "api", "another service is bound");
    }

    private static void bound(Logger log, String key, String value, String message) {
        try (var closeable = MDC.putCloseable(key, value)) {
            log.info(message);
        }
    }

    static void names(Logger log) {
        log.atInfo()
                .addKeyValue("timestamp", "t")
                .addKeyValue("level", "l")
                .addKeyValue("msg", "m")
                .addKeyValue("logger", "n")
                .addKeyValue("thread", "t")
                .log("fields named timestamp, level, msg, logger and thread");
        log.atInfo()
                .addKeyValue("id", 1)
                .addKeyValue("created_at", "c")
                .addKeyValue("extra", "e")
                .log("fields named id, created_at and extra");
        log.atInfo().addKeyValue("extra", Map.of("account_id", 789)).log("a map under extra, with account_id in it");
        log.info("attempt given twice, 1 and 2", ATTEMPT.of(1), ATTEMPT.of(2));
        log.atInfo().addKeyValue("scene", 1).addKeyValue("scene", 2).log("scene given twice, 1 and 2");
        log.atInfo().addKeyValue(null, 1).addKeyValue("", 2).log("a field without a name, and one with an empty name");
        log.atInfo().addKeyValue("é \"\n", 1).log("a name of e acute, blank, quote and line feed");
        log.info(MarkerFactory.getMarker("AUDIT"), "a marker that is no stage");
    }

    static void redaction(Logger log) {
        for (String key : List.of("api_key", "jwt_token", "authorization", "password", "secret")) {
            log.atInfo().addKeyValue(key, "demo").log("a secret under " + key);
        }
        for (String key : List.of("apiKey", "API-KEY", "Api.Key", "X-Api-Key")) {
            log.atInfo().addKeyValue(key, "demo").log("a secret under " + key);
        }
        log.atInfo().addKeyValue("password", (Object) null).log("null under password");
        log.info("a secret in the message: {}", API_KEY.of("demo"));
        log.atInfo()
                .addKeyValue("params", Map.of("headers", List.of(Map.of("Authorization", "Bearer demo"))))
                .log("a secret three levels deep");
        bound(log, "jwt_token", "demo", "a secret is bound");
    }
}
