package io.pixsim.logging.encode;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Predicate;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON, one object a line:
 *
 * <pre>{@code
 * {"timestamp":"2025-11-12T12:34:57.010000Z","level":"info","msg":"submitted","service":"worker", … }
 * }</pre>
 *
 * The catalog's fields come first, in its order, with its types and within its limits; then what the context bound, then
 * the event's own. The line is valid JSON whatever the values do, holds no name twice, no NUL and no lone surrogate; what
 * could not be written as it was is named in {@code _repaired}. Immutable and safe for use by many threads.
 */
public final class JsonLines {

    private static final int FIRST_BOUND = Fields.position(Fields.SERVICE.name());
    private static final int MSG = Fields.position(Fields.MSG.name());
    private static final int LOGGER = Fields.position(Fields.LOGGER.name());
    private static final int THREAD = Fields.position(Fields.THREAD.name());
    private static final int EXCEPTION = Fields.position(Fields.EXCEPTION.name());
    private static final int ERROR_HASH = Fields.position(Fields.ERROR_HASH.name());
    private static final int REPAIRED = Fields.position(Fields.REPAIRED.name());
    private static final int LAST_BOUND = LOGGER;

    private final byte[] begin;
    private final byte[] debug;
    private final byte[] info;
    private final byte[] warning;
    private final byte[] error;
    private final byte[] critical;
    private final KeyTable keys;
    private final ScratchPool pool;

    /**
     * An encoding.
     *
     * @param origin who emits
     * @param redactor what every value goes through
     * @param limits how much of it is written
     * @param dialect who reads it
     */
    public JsonLines(Origin origin, Redactor redactor, Limits limits, Dialect dialect) {
        this(origin, redactor, limits, dialect, Spelling.STANDARD);
    }

    /**
     * An encoding that spells names and levels in its own way.
     *
     * @param origin who emits
     * @param redactor what every value goes through
     * @param limits how much of it is written
     * @param dialect who reads it
     * @param spelling how names and levels are spelled
     */
    public JsonLines(Origin origin, Redactor redactor, Limits limits, Dialect dialect, Spelling spelling) {
        begin = bytes("{\"" + spelling.names().written(Fields.TIMESTAMP.name()) + "\":\"");
        debug = levelJson(spelling.level(Severity.DEBUG));
        info = levelJson(spelling.level(Severity.INFO));
        warning = levelJson(spelling.level(Severity.WARNING));
        error = levelJson(spelling.level(Severity.ERROR));
        critical = levelJson(spelling.level(Severity.CRITICAL));
        keys = new KeyTable(redactor, limits, spelling.names());
        FrameCache frames = new FrameCache();
        pool = new ScratchPool(() -> new Scratch(origin, keys, frames, limits, dialect));
    }

    /**
     * Encodes an event.
     *
     * @param event the event
     * @return UTF-8: one JSON object and a line feed
     */
    public byte[] encode(LogEvent event) {
        Scratch scratch = pool.take();
        try {
            return encode(event, scratch);
        } finally {
            pool.give(scratch);
        }
    }

    private byte[] encode(LogEvent event, Scratch scratch) {
        JsonWriter out = scratch.out;
        Severity severity = EventReader.read(event, scratch.fields);
        ContextBytes context = scratch.context(event.context());

        out.raw(begin);
        out.raw(scratch.timestamps.utcMicros(event.instant()));
        out.raw(level(severity));
        writeMessage(event, scratch);
        writeKnown(context, scratch);
        writeText(LOGGER, event.loggerName(), scratch);
        writeText(THREAD, event.threadName(), scratch);
        writeFailure(event.failure(), scratch);
        context.copyOthers(scratch.fields, out);
        writeOthers(context, scratch);
        writeRepaired(context, scratch);
        out.endObject();
        out.newline();
        return out.toByteArray();
    }

    private void writeMessage(LogEvent event, Scratch scratch) {
        Key key = keys.known(MSG);
        int repairs = scratch.out.repairs();
        scratch.out.name(key);
        scratch.message.write(event.message(), event.arguments(), scratch.out);
        scratch.writer.noteRepair(key, repairs, scratch.repaired);
    }

    /** The catalog's fields in its order: the context's, with those between that the event brings itself. */
    private static void writeKnown(ContextBytes context, Scratch scratch) {
        EventFields fields = scratch.fields;
        Predicate<String> taken = name -> fields.hasOther(name) || context.hasOther(name);
        int next = FIRST_BOUND;
        for (long mask = fields.knownMask(); mask != 0; mask &= mask - 1) {
            int position = Long.numberOfTrailingZeros(mask);
            context.copyKnown(next, position, scratch.out);
            Object value = fields.known(position);
            if (value != null) {
                scratch.writer.known(position, value, taken, scratch.repaired);
            }
            next = position + 1;
        }
        context.copyKnown(next, LAST_BOUND, scratch.out);
    }

    private static void writeText(int position, String text, Scratch scratch) {
        scratch.writer.known(position, text, name -> false, scratch.repaired);
    }

    private void writeFailure(@Nullable Failure failure, Scratch scratch) {
        if (failure == null) {
            return;
        }
        Key key = keys.known(EXCEPTION);
        int repairs = scratch.out.repairs();
        scratch.out.name(key);
        long hash = scratch.failures.write(failure);
        if (failure.isTorn()) {
            scratch.out.countRepair();
        }
        scratch.writer.noteRepair(key, repairs, scratch.repaired);
        scratch.out.name(keys.known(ERROR_HASH));
        scratch.out.string(HexFormat.of().toHexDigits(hash));
    }

    private void writeOthers(ContextBytes context, Scratch scratch) {
        EventFields fields = scratch.fields;
        for (int i = 0; i < fields.others(); i++) {
            Key key = fields.otherKey(i);
            for (int n = 2; context.hasRaw(key.name()); n++) {
                key = keys.numbered(fields.otherKey(i), n);
            }
            scratch.writer.other(key, fields.otherValue(i), scratch.repaired);
        }
    }

    private void writeRepaired(ContextBytes context, Scratch scratch) {
        if (scratch.repaired.isEmpty() && context.repaired().isEmpty()) {
            return;
        }
        JsonWriter out = scratch.out;
        out.name(keys.known(REPAIRED));
        out.beginArray();
        context.repaired().forEach(out::string);
        scratch.repaired.forEach(out::string);
        out.endArray();
    }

    private byte[] level(Severity severity) {
        return switch (severity) {
            case DEBUG -> debug;
            case INFO -> info;
            case WARNING -> warning;
            case ERROR -> error;
            case CRITICAL -> critical;
        };
    }

    private static byte[] levelJson(String name) {
        return bytes("\",\"level\":\"" + name + "\"");
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
