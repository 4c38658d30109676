package io.pixsim.logging.jobs;

import java.util.HashMap;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.encode.KeptLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * An event that was recorded: its line, and what sinks go by. Nothing of the caller's is held.
 *
 * @param line its line
 * @param logger the name of its logger
 * @param level its level
 * @param millis when it was logged
 * @param projectId its project; null when it told none
 * @param written is run when it is written after all
 */
record RecordedEvent(
        KeptLine line,
        String logger,
        Level level,
        long millis,
        @Nullable String projectId,
        Runnable written) {

    /** About what the objects take beside the line's bytes. */
    static final int OVERHEAD = 160;

    static RecordedEvent of(ILoggingEvent event, KeptLine line, Runnable written) {
        return new RecordedEvent(
                line,
                event.getLoggerName(),
                event.getLevel(),
                event.getTimeStamp(),
                EventValues.of(event).projectId(),
                written);
    }

    long heldBytes() {
        return line.heldBytes() + (long) OVERHEAD;
    }

    /** What a sink sees of it. */
    ILoggingEvent event(String jobId) {
        return event(jobId, level);
    }

    /** An event at its place that tells something else. */
    LoggingEvent event(String jobId, Level ofLevel) {
        Map<String, String> context = new HashMap<>();
        context.put(Fields.JOB_ID.name(), jobId);
        if (projectId != null) {
            context.put("project_id", projectId);
        }
        LoggingEvent event = new LoggingEvent();
        event.setLoggerName(logger);
        event.setLevel(ofLevel);
        event.setTimeStamp(millis);
        event.setMDCPropertyMap(context);
        event.addKeyValuePair(new KeyValuePair(Fields.REPLAYED.name(), true));
        return event;
    }
}
