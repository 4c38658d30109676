package io.pixsim.logging.logback;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.gate.Decision;
import io.pixsim.logging.gate.Notice;
import org.slf4j.event.KeyValuePair;

/**
 * Writes what the gate asks for. It goes straight to the appenders, past every turbo filter: so it is never held back and
 * never leads to another.
 */
final class Notices {

    private static final Set<String> OF_ONE_EVENT = Set.of(
            Fields.STAGE.name(),
            Fields.ATTEMPT.name(),
            Fields.ARTIFACT_ID.name(),
            Fields.GENERATION_ID.name(),
            Fields.SUBMISSION_ID.name(),
            Fields.PROVIDER_JOB_ID.name());

    private Notices() {}

    static void write(Logger logger, Notice notice) {
        if (notice instanceof Notice.Summary summary) {
            write(logger, summary);
        } else if (notice instanceof Notice.Late late && late.event() instanceof CallSnapshot snapshot) {
            snapshot.write(late.heldBack());
        }
    }

    /** Tells what a kept event stands for. */
    static void standsFor(Decision decision, BiConsumer<String, Object> fields) {
        if (decision.sampleRate() > 1) {
            fields.accept(Fields.SAMPLE_RATE.name(), decision.sampleRate());
        }
        if (decision.heldBack() > 0) {
            fields.accept(Fields.SUPPRESSED.name(), decision.heldBack());
        }
    }

    /** The context without what is of the event that comes next: the summary is of others. */
    private static Map<String, String> ofJob(Map<String, String> context) {
        if (Collections.disjoint(context.keySet(), OF_ONE_EVENT)) {
            return context;
        }
        Map<String, String> ofJob = new HashMap<>(context);
        ofJob.keySet().removeAll(OF_ONE_EVENT);
        return ofJob;
    }

    private static void write(Logger logger, Notice.Summary summary) {
        LoggingEvent event =
                new LoggingEvent(Logger.FQCN, logger, Levels.of(summary.severity()), summary.message(), null, null);
        summary.fields().forEach((key, value) -> event.addKeyValuePair(new KeyValuePair(key, value)));
        event.setMDCPropertyMap(summary.ofCall() ? ofJob(CallSnapshot.context(logger)) : Map.of());
        logger.callAppenders(event);
    }
}
