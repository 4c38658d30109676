package io.pixsim.logging.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * The bound: what it costs to write an event whose every field is known when the program is written. No catalog, no types
 * to find out, no redaction, no repairs beyond JSON's escapes; one recycled buffer, so for one thread.
 */
final class FixedShapeEncoder extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = {};
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);

    private static final byte[] TIMESTAMP = bytes("{\"timestamp\":\"");
    private static final byte[] INFO = bytes("Z\",\"level\":\"info\",\"msg\":");
    private static final byte[] ERROR = bytes("Z\",\"level\":\"error\",\"msg\":");
    private static final byte[] ORIGIN = bytes(",\"service\":\"worker\",\"env\":\"dev\"");
    private static final byte[] LOGGER = bytes(",\"logger\":");
    private static final byte[] THREAD = bytes(",\"thread\":");
    private static final byte[] EXCEPTION = bytes(",\"exception\":\"");
    private static final byte[] END = bytes("}\n");
    private static final byte[] AT = bytes("\\n\\tat ");
    private static final byte[] CAUSED_BY = bytes("\\nCaused by: ");

    private static final Slot REQUEST_ID = new Slot("request_id");
    private static final Slot TRACE_ID = new Slot("trace_id");
    private static final Slot SPAN_ID = new Slot("span_id");
    private static final Slot JOB_ID = new Slot("job_id");
    private static final Slot ARTIFACT_ID = new Slot("artifact_id");
    private static final Slot USER_ID = new Slot("user_id");
    private static final Slot PROVIDER_ID = new Slot("provider_id");
    private static final Slot OPERATION_TYPE = new Slot("operation_type");
    private static final Slot STAGE = new Slot(Event.STAGE);
    private static final Slot PROVIDER_JOB_ID = new Slot(Event.PROVIDER_JOB_ID);
    private static final Slot ATTEMPT = new Slot(Event.ATTEMPT);
    private static final Slot DURATION_MS = new Slot(Event.DURATION_MS);

    private final LineBuffer out = new LineBuffer();
    private long second = Long.MIN_VALUE;
    private byte[] secondText = NOTHING;

    @Override
    public byte[] encode(ILoggingEvent event) {
        out.clear();
        head(event);
        context(event.getMDCPropertyMap());
        fields(event.getKeyValuePairs());
        out.raw(LOGGER).quoted(event.getLoggerName());
        out.raw(THREAD).quoted(event.getThreadName());
        failure(event.getThrowableProxy());
        return out.raw(END).copy();
    }

    private void head(ILoggingEvent event) {
        Instant now = event.getInstant();
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            secondText = bytes(SECOND.format(now));
        }
        out.raw(TIMESTAMP).raw(secondText).sixDigits(now.getNano() / 1000);
        out.raw(event.getLevel() == Level.ERROR ? ERROR : INFO).quoted(event.getFormattedMessage());
        out.raw(ORIGIN);
    }

    private void context(Map<String, String> context) {
        text(REQUEST_ID, context);
        text(TRACE_ID, context);
        text(SPAN_ID, context);
        digits(JOB_ID, context);
        digits(ARTIFACT_ID, context);
        digits(USER_ID, context);
        text(PROVIDER_ID, context);
        text(OPERATION_TYPE, context);
    }

    private void fields(List<KeyValuePair> fields) {
        out.raw(STAGE.key).quoted((String) fields.get(0).value);
        out.raw(PROVIDER_JOB_ID.key).quoted((String) fields.get(1).value);
        out.raw(ATTEMPT.key).number((Integer) fields.get(2).value);
        out.raw(DURATION_MS.key).number((Long) fields.get(3).value);
    }

    private void text(Slot slot, Map<String, String> context) {
        String value = context.get(slot.name);
        if (value != null) {
            out.raw(slot.key).quoted(value);
        }
    }

    private void digits(Slot slot, Map<String, String> context) {
        String value = context.get(slot.name);
        if (value != null) {
            out.raw(slot.key).escaped(value);
        }
    }

    private void failure(@Nullable IThrowableProxy failure) {
        if (failure == null) {
            return;
        }
        out.raw(EXCEPTION);
        for (IThrowableProxy each = failure; each != null; each = each.getCause()) {
            if (each != failure) {
                out.raw(CAUSED_BY);
            }
            out.escaped(each.getClassName()).ascii(':').ascii(' ').escaped(each.getMessage());
            frames(each.getStackTraceElementProxyArray());
        }
        out.ascii('"');
    }

    private void frames(StackTraceElementProxy[] frames) {
        for (StackTraceElementProxy frame : frames) {
            StackTraceElement at = frame.getStackTraceElement();
            out.raw(AT).escaped(at.getClassName()).ascii('.').escaped(at.getMethodName());
            out.ascii('(').escaped(at.getFileName()).ascii(':');
            out.number(at.getLineNumber()).ascii(')');
        }
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A field's name, and the same with the comma before it and the colon behind. */
    private static final class Slot {

        private final String name;
        private final byte[] key;

        private Slot(String name) {
            this.name = name;
            this.key = bytes(",\"" + name + "\":");
        }
    }
}
