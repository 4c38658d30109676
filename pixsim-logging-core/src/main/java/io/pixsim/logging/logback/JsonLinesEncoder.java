package io.pixsim.logging.logback;

import java.util.function.Function;

import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.encode.JsonLines;
import io.pixsim.logging.encode.Limits;
import io.pixsim.logging.encode.LogEvent;
import io.pixsim.logging.encode.Names;
import io.pixsim.logging.encode.Origin;
import io.pixsim.logging.encode.Spelling;
import io.pixsim.logging.redact.Redactor;

/**
 * Writes events as JSON, one object a line, redacted, in the catalog's order and types. For {@code logback.xml}:
 *
 * <pre>{@code
 * <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
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

    @Override
    Function<LogEvent, byte[]> encoding(Origin origin, Redactor redactor, Limits limits) {
        return new JsonLines(origin, redactor, limits, dialect, new Spelling(names, upperCaseLevels))::encode;
    }
}
