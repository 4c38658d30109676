package io.pixsim.logging.encode;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Events for people at a console, in the grammar that the PixSim log reader parses:
 *
 * <pre>{@code
 * [HH:mm:ss] LEVEL service    event               key=value … msg=the rest of the line
 * }</pre>
 *
 * Time is local. The event is the stage where there is one, else the message where that is one word, else the logger's
 * short name. Then come {@code job_id}, or {@code request_id} where there is no job; {@code attempt} and {@code
 * duration_ms}; what the event says itself; {@code error_type} and {@code error}; and the message.
 *
 * <p>What the context binds beside these is told when it is new for the job, or changes, and not repeated: on the line
 * if that stays within 120 columns, else below it, behind the {@code job_id} once more.
 *
 * <p>A value is one word: blanks in it are written as {@code ·}, nothing as {@code ""}. Characters that control a
 * terminal or cannot be seen are escaped as in JSON. Only the message keeps its blanks. Maps and lists give way to the
 * 120 columns, and so does the error; an error that was cut stands whole below, and a stack trace does anyway. What is
 * below a line is indented, whatever it says: no value can begin a line. It can't pass for a field either: {@code
 * job_id=9} in a message is written {@code job_id:9}. For anything lossless there are JSON lines.
 *
 * <p>Holds what it told last of the context of some hundred jobs, as text. Safe for use by many threads.
 *
 * <p>Source: the console format of the Python package.
 */
public final class HumanLines {

    private static final int MAX_COLUMN = 50;

    private final Origin origin;
    private final KeyTable keys;
    private final Limits limits;
    private final ZoneId zone;
    private final Paint paint;
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("'['HH:mm:ss']'");
    private final ToldContext told = new ToldContext();

    /**
     * An encoding.
     *
     * @param origin who emits
     * @param redactor what every value goes through
     * @param limits how much of it is written
     * @param zone the zone of the times
     * @param coloured whether to write colours for a terminal
     */
    public HumanLines(Origin origin, Redactor redactor, Limits limits, ZoneId zone, boolean coloured) {
        this.origin = origin;
        this.keys = new KeyTable(redactor, limits);
        this.limits = limits;
        this.zone = zone;
        this.paint = new Paint(coloured);
    }

    /**
     * Encodes an event.
     *
     * @param event the event
     * @return the line and its line feed, and what stands below it
     */
    public String encode(LogEvent event) {
        EventFields own = new EventFields(keys);
        List<KeyValuePair> keyValues = EventReader.keyValues(event);
        Severity severity = EventReader.read(event, keyValues, own);
        BoundFields bound = new BoundFields(origin, keys).read(event.context());
        ValueWriter values = new ValueWriter(keys, limits, new JsonWriter(0));
        HumanFields fields = new HumanFields(own, keyValues, bound, keys, limits, values);
        String message = new MessageText(values).format(event.message(), event.arguments());

        HumanLine line = new HumanLine(paint);
        String stage = fields.column(Fields.STAGE);
        String name = stage != null
                ? SafeText.head(stage, MAX_COLUMN)
                : nameWithoutStage(values.texts().redacted(event.loggerName()), message);
        line.columns(
                LocalTime.ofInstant(event.instant(), zone).format(time),
                severity,
                HumanText.word(
                        SafeText.tail(Objects.requireNonNullElse(fields.column(Fields.SERVICE), ""), MAX_COLUMN)),
                HumanText.word(name));
        if (Stage.PIPELINE_START.getName().equals(stage)) {
            forget(fields.subject());
        }
        write(line, fields, message.equals(name) ? "" : message, event.failure(), values);
        return line.toString();
    }

    private void write(HumanLine line, HumanFields fields, String text, @Nullable Failure failure, ValueWriter values) {
        HumanPair subject = fields.subject();
        List<HumanPair> about = subject == null ? List.of() : List.of(subject);
        List<HumanPair> known = fields.known();
        List<HumanPair> others = fields.others();
        List<HumanPair> context = fields.context();
        List<HumanPair> news = subject == null ? context : told.untold(subject, known, context);
        List<HumanPair> failed = fields.failure();
        String message = fields.message(text);

        List.of(about, known, others, failed).forEach(line::reserve);
        line.reserveMessage(message);
        boolean beside = subject == null || line.hasRoomFor(news);
        if (beside) {
            line.reserve(news);
        }
        line.pairs(about);
        line.pairs(known);
        line.pairs(others);
        line.pairs(beside ? news : List.of());
        boolean whole = line.pairs(failed);
        line.message(message);
        if (subject != null && !beside) {
            line.below(subject, news);
        }
        writeFailure(line, whole ? null : fields.column(Fields.ERROR), failure, values);
        line.end();
    }

    /** The stack trace, and before it an error that was cut, unless the trace tells it. */
    private void writeFailure(
            HumanLine line, @Nullable String cutError, @Nullable Failure failure, ValueWriter values) {
        if (cutError != null && (failure == null || !cutError.equals(rootMessage(failure, values)))) {
            line.below(HumanStack.note(Fields.ERROR.name(), cutError));
        }
        if (failure != null) {
            line.below(HumanStack.of(failure, values, limits));
        }
    }

    private static @Nullable String rootMessage(Failure failure, ValueWriter values) {
        String message = StackText.root(failure).message();
        return message == null ? null : values.texts().visible(message);
    }

    private static String nameWithoutStage(String logger, String message) {
        if (message.length() <= MAX_COLUMN && HumanText.isWord(message)) {
            return message;
        }
        return SafeText.tail(logger.substring(logger.lastIndexOf('.') + 1), MAX_COLUMN);
    }

    private void forget(@Nullable HumanPair subject) {
        if (subject != null) {
            told.forget(subject);
        }
    }
}
