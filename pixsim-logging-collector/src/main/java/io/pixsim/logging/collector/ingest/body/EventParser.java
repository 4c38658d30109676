package io.pixsim.logging.collector.ingest.body;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element of a batch into plain values: texts, {@link Long}s, other numbers, flags, maps and lists. Leaves the parser
 * at the element's end also when the element is no event, so that the next one can be read.
 */
public final class EventParser {

    private static final int VALUES_BETWEEN_LOOKS = 64;
    /** Whoever brings a number with more to a scale of its own computes for hours. */
    private static final int MOST_PLACES = 1000;

    private final JsonParser parser;
    private final IngestLimits limits;
    private boolean tooDeep;
    private boolean tooLarge;
    private long end;
    private int values;

    /** Reads from where a parser is. */
    public EventParser(JsonParser parser, IngestLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    /** Reads the element that begins at the parser's token. */
    public Row read() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            String kind = kind(parser.currentToken());
            parser.skipChildren();
            return Row.rejected("not a JSON object, but " + kind);
        }
        tooDeep = false;
        tooLarge = false;
        long start = parser.currentTokenLocation().getByteOffset();
        end = start + limits.maxEventBytes();
        Map<String, @Nullable Object> event = object(1);
        long bytes = parser.currentLocation().getByteOffset() - start;
        if (tooDeep) {
            return Row.rejected("nested deeper than " + limits.maxDepth());
        }
        if (bytes > limits.maxEventBytes()) {
            return Row.rejected("larger than " + limits.maxEventBytes() + " bytes: " + bytes);
        }
        return Row.event(event);
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a flag";
            default -> "a number";
        };
    }

    private Map<String, @Nullable Object> object(int depth) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (isOver(depth)) {
            return members;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = Texts.clean(parser.currentName());
            parser.nextToken();
            Object value = value(depth);
            if (!isTooLarge()) {
                members.put(name, value);
            }
        }
        return members;
    }

    private List<@Nullable Object> list(int depth) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        if (isOver(depth)) {
            return elements;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(depth);
            if (!isTooLarge()) {
                elements.add(value);
            }
        }
        return elements;
    }

    /** What is too deep, or of an event that is too large, is passed over: nothing of it is kept. */
    private boolean isOver(int depth) throws IOException {
        tooDeep |= depth > limits.maxDepth();
        if (!tooDeep && !isTooLarge()) {
            return false;
        }
        parser.skipChildren();
        return true;
    }

    /** Looked at now and then: where a parser is costs an object each time. */
    private boolean isTooLarge() {
        if (!tooLarge && ++values % VALUES_BETWEEN_LOOKS == 0) {
            tooLarge = parser.currentLocation().getByteOffset() > end;
        }
        return tooLarge;
    }

    private @Nullable Object value(int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> list(depth + 1);
            case VALUE_STRING -> Texts.clean(parser.getText());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** What many clients could not read back as a number stays text. */
    private Object integer() throws IOException {
        boolean large = parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
        return large ? parser.getText() : (Object) parser.getLongValue();
    }

    private Object fraction() throws IOException {
        String text = parser.getText();
        if (parser.isNaN() || text.length() > MOST_PLACES) {
            return text;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            boolean usual = Math.abs((long) number.scale()) <= MOST_PLACES && Double.isFinite(number.doubleValue());
            return usual ? number : text;
        } catch (NumberFormatException e) { // an exponent that no number can have
            return text;
        }
    }
}
