package io.pixsim.logging.logback;

import java.util.function.BiConsumer;
import java.util.function.Function;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.encode.JsonLines;
import io.pixsim.logging.encode.Limits;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.encode.LogEvent;
import io.pixsim.logging.encode.Origin;
import io.pixsim.logging.encode.Spelling;
import io.pixsim.logging.encode.Supplied;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as JSON, one object a line, redacted, in the catalog's order and types. For {@code logback.xml}:
 *
 * <pre>{@code
 * <appender name="console" class="io.pixsim.logging.sink.LogConsoleAppender">
 *   <encoder class="io.pixsim.logging.logback.JsonLinesEncoder">
 *     <service>worker</service>
 *   </encoder>
 * </appender>
 * }</pre>
 *
 * Safe for use by many threads once started.
 */
public final class JsonLinesEncoder extends EventEncoder {

    private Dialect dialect = Dialect.LINES;
    private Names names = Names.PIXSIM;
    private boolean upperCaseLevels;
    /** What writes batches where lines are spelled otherwise, else null; whoever has read {@code lines} sees it. */
    private @Nullable JsonLines batches;

    private volatile @Nullable JsonLines lines;

    /** An encoder to be configured and started. */
    public JsonLinesEncoder() {}

    /**
     * Sets who reads the lines.
     *
     * @param dialect {@code LINES} unless set
     */
    public void setDialect(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Sets what fields and levels are called.
     *
     * @param names {@code PIXSIM} unless set; {@code JOB_CENTRIC} writes {@code ts}, {@code component}, {@code projectId},
     *     {@code jobId} and level {@code warn}
     */
    public void setNames(Names names) {
        this.names = names;
    }

    /**
     * Sets whether levels are in upper case, for viewers that compare them so.
     *
     * @param upperCaseLevels false unless set
     */
    public void setUpperCaseLevels(boolean upperCaseLevels) {
        this.upperCaseLevels = upperCaseLevels;
    }

    /**
     * Encodes an event once for several readers; nothing before the start. Where names or levels are spelled otherwise, a
     * reader that asks for the batch's form has the event encoded once more, in the spelling of the ingest endpoint.
     *
     * @param event the event
     * @param reader gets event and line, which is valid until it returns; must not throw
     */
    public void encode(ILoggingEvent event, BiConsumer<ILoggingEvent, Line> reader) {
        JsonLines started = lines;
        if (started == null) {
            return;
        }
        JsonLines forBatches = batches;
        if (forBatches == null) {
            encode(event, started, reader);
            return;
        }
        Supplied before = Supplied.begin(event);
        try {
            encode(
                    event,
                    started,
                    (of, line) -> reader.accept(of, line.withBatch(() -> bytes(of, forBatches::encode))));
        } finally {
            Supplied.end(before);
        }
    }

    private static void encode(ILoggingEvent event, JsonLines started, BiConsumer<ILoggingEvent, Line> reader) {
        try {
            started.encode(new LogbackEvent(event), event, reader);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // An event that can't even be read still leaves a trace, and its caller never learns of it.
            started.encode(new UnreadableEvent(event, e), event, reader);
        }
    }

    @Override
    Function<LogEvent, byte[]> encoding(Origin origin, Redactor redactor, Limits limits) {
        Spelling spelling = new Spelling(names, upperCaseLevels);
        batches = spelling.isOfBatches()
                ? null
                : new JsonLines(origin, redactor, limits, Dialect.PIXSIM_BATCH, spelling.inBatches());
        JsonLines made = new JsonLines(origin, redactor, limits, dialect, spelling);
        lines = made;
        return made::encode;
    }
}
