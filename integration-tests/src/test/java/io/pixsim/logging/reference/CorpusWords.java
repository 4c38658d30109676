package io.pixsim.logging.reference;

import static java.util.Map.entry;

import java.util.Map;

import io.pixsim.logging.catalog.Channel;
import io.pixsim.logging.catalog.Domain;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.SetBy;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.catalog.Stages;
import io.pixsim.logging.context.LogContext;
import org.slf4j.Logger;

/** The vocabulary, word by word. */
final class CorpusWords {

    private static final Map<Field, Object> EXAMPLES = Map.ofEntries(
            entry(Fields.SERVICE, "render-worker"),
            entry(Fields.ENV, "prod"),
            entry(Fields.DOMAIN, Domain.GENERATION),
            entry(Fields.REQUEST_ID, "r-1"),
            entry(Fields.TRACE_ID, "0af7651916cd43dd8448eb211c80319c"),
            entry(Fields.SPAN_ID, "b7ad6b7169203331"),
            entry(Fields.PROVIDER_JOB_ID, "pv_job_abc"),
            entry(Fields.PROVIDER_ID, "pixverse"),
            entry(Fields.OPERATION_TYPE, "text_to_video"),
            entry(Fields.STAGE, "provider:submit"),
            entry(Fields.CHANNEL, Channel.PIPELINE),
            entry(Fields.ERROR_TYPE, "TimeoutError"),
            entry(Fields.CONTENT_FLAGS, Map.of("nsfw", false)));

    private CorpusWords() {}

    static void levels(Logger log) {
        log.trace("level trace");
        log.debug("level debug");
        log.info("level info");
        log.warn("level warn");
        log.error("level error");
        log.error(Severity.CRITICAL, "level error, marked critical");
        log.error(Severity.CRITICAL.at(Stage.PROVIDER_ERROR), "level error, marked critical at stage provider:error");
        log.info(Severity.CRITICAL, "level info, marked critical: only an error can be");
    }

    static void stages(Logger log) {
        try (var job = LogContext.job(123, "text_to_video", "pixverse")) {
            for (Stage stage : Stages.all()) {
                log.info(stage, "stage {}", stage.getName());
            }
            log.info(Stage.of("pipeline:skip"), "a stage of one's own");
            log.atInfo().addKeyValue("stage", "provider:submit").log("a stage as a field");
        }
    }

    static void fields(Logger log) {
        for (Field field : Fields.all()) {
            if (field.setBy() != SetBy.ENCODER) {
                log.atInfo()
                        .addKeyValue(field.name(), EXAMPLES.getOrDefault(field, byType(field)))
                        .log("the field " + field.name());
            }
        }
        for (Field field : Fields.all()) {
            if (field.setBy() != SetBy.ENCODER && field.maxCodePoints() != Field.UNLIMITED) {
                log.atInfo()
                        .addKeyValue(field.name(), "\uD83D\uDE00".repeat(field.maxCodePoints()) + "-the-end")
                        .log("the field " + field.name() + " with eight characters too many");
            }
        }
    }

    private static Object byType(Field field) {
        return switch (field.type()) {
            case INTEGER -> 7;
            case MILLIS -> 1500;
            case TEXT, ANY -> "some " + field.name().replace('_', ' ');
        };
    }
}
