package io.pixsim.logging.encode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

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
    private static final String NO_TIME = "0000-00-00T00:00:00.000000Z";

    /** What each line of a severity begins with, up to its message; the time is put in later. */
    private final Map<Severity, byte[]> heads = new EnumMap<>(Severity.class);

    private final int timestamp;
    private final KeyTable keys;
    private final Dialect dialect;
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
        String begin = "{\"" + spelling.written(Fields.TIMESTAMP.name()) + "\":\"";
        timestamp = begin.length();
        for (Severity severity : Severity.values()) {
            String level = "\",\"level\":\"" + spelling.level(severity);
            heads.put(severity, bytes(begin + NO_TIME + level + "\",\"msg\":"));
        }
        keys = new KeyTable(redactor, limits, spelling);
        this.dialect = dialect;
        FrameCache frames = new FrameCache();
        pool = new ScratchPool(() -> new Scratch(origin, keys, frames, limits));
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
            write(event, scratch);
            return dialect == Dialect.LINES ? scratch.line.lines() : scratch.line.batch();
        } finally {
            pool.give(scratch);
        }
    }

    /**
     * Encodes an event once for several readers, whatever their dialect.
     *
     * @param event the event
     * @param source what the reader wants to know of it besides
     * @param reader gets the line, which is valid until it returns
     * @param <T> the source's type
     */
    public <T> void encode(LogEvent event, T source, BiConsumer<T, Line> reader) {
        Scratch scratch = pool.take();
        try {
            write(event, scratch);
            reader.accept(source, scratch.line);
        } finally {
            pool.give(scratch);
        }
    }

    private void write(LogEvent event, Scratch scratch) {
        JsonWriter out = scratch.out;
        List<KeyValuePair> keyValues = EventReader.keyValues(event);
        Severity severity = EventReader.read(event, keyValues, scratch.fields);
        ContextFields context = scratch.context(event.context());

        out.raw(Objects.requireNonNull(heads.get(severity)));
        scratch.timestamps.write(event.instant(), out, timestamp);
        writeMessage(event, scratch);
        writeKnown(context, keyValues, scratch);
        writeSource(event, scratch);
        writeFailure(event.failure(), scratch);
        context.writeOthers(scratch.fields.others(), scratch.writer);
        scratch.writer.others(scratch.fields.others(), scratch.repaired);
        writeRepaired(context, scratch);
        out.endObject();
        out.newline();
    }

    private void writeMessage(LogEvent event, Scratch scratch) {
        Key key = keys.known(MSG);
        int repairs = scratch.out.repairs();
        scratch.message.write(event.message(), event.arguments());
        scratch.writer.noteRepair(key, repairs, scratch.repaired);
    }

    /** The catalog's fields in its order: the context's, with those between that the event brings itself. */
    private static void writeKnown(ContextFields context, List<KeyValuePair> keyValues, Scratch scratch) {
        EventFields fields = scratch.fields;
        int next = FIRST_BOUND;
        for (long mask = fields.knownMask(); mask != 0; mask &= mask - 1) {
            int position = Long.numberOfTrailingZeros(mask);
            context.writeKnown(next, position, scratch.writer);
            Object value = fields.known(position, keyValues);
            if (value != null) {
                scratch.writer.known(position, value, scratch.repaired);
            }
            next = position + 1;
        }
        context.writeKnown(next, LAST_BOUND, scratch.writer);
    }

    /** Where it was logged: mostly where the event before was. */
    private static void writeSource(LogEvent event, Scratch scratch) {
        String logger = event.loggerName();
        String thread = event.threadName();
        byte[] known = scratch.source.bytes(logger, thread);
        if (known != null) {
            scratch.out.raw(known);
            return;
        }
        int start = scratch.out.size();
        int repairs = scratch.out.repairs();
        scratch.writer.known(LOGGER, logger, scratch.repaired);
        scratch.writer.known(THREAD, thread, scratch.repaired);
        scratch.source.remember(logger, thread, scratch.out, start, repairs);
    }

    private void writeFailure(@Nullable Failure failure, Scratch scratch) {
        if (failure == null) {
            return;
        }
        Key key = keys.known(EXCEPTION);
        int repairs = scratch.out.repairs();
        scratch.out.member(key);
        long hash = scratch.failures.write(failure);
        if (failure.isTorn()) {
            scratch.out.countRepair();
        }
        scratch.writer.noteRepair(key, repairs, scratch.repaired);
        scratch.out.member(keys.known(ERROR_HASH), HexFormat.of().toHexDigits(hash));
    }

    private void writeRepaired(ContextFields context, Scratch scratch) {
        if (scratch.repaired.isEmpty() && context.repaired().isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(context.repaired());
        names.removeIf(scratch.fields::has); // the event's own value was written in its place
        names.addAll(scratch.repaired);
        if (names.isEmpty()) {
            return;
        }
        JsonWriter out = scratch.out;
        out.name(keys.known(REPAIRED));
        out.beginArray();
        names.forEach(out::string);
        out.endArray();
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
