package io.pixsim.logging.http.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Writes JSON values as OTLP's {@code AnyValue} and {@code KeyValue}, with their types. What nests deeper than {@value
 * #MOST_DEPTH} is written as its JSON text: readers give up on the whole request at a hundred messages in one another, and
 * each level here takes three.
 */
final class OtlpValues {

    static final int MOST_DEPTH = 16;

    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int ELEMENT = 1;

    private static final int STRING = 1;
    private static final int BOOL = 2;
    private static final int INT = 3;
    private static final int DOUBLE = 4;
    private static final int ARRAY = 5;
    private static final int KEY_VALUES = 6;

    private final ProtobufWriter out;

    OtlpValues(ProtobufWriter out) {
        this.out = out;
    }

    /** A pair whose value is where the parser stands. */
    void pair(int field, String key, JsonParser value, byte[] json) throws IOException {
        pair(field, key, value, json, 0);
    }

    /** A pair whose value is text. */
    void pair(int field, String key, String text) {
        int pair = out.begin(field);
        out.string(KEY, key);
        text(VALUE, text);
        out.end(pair);
    }

    /** A value that is text. */
    void text(int field, String text) {
        int value = out.begin(field);
        out.string(STRING, text);
        out.end(value);
    }

    /** The value at which the parser stands. */
    void value(int field, JsonParser parser, byte[] json) throws IOException {
        value(field, parser, json, 0);
    }

    private void pair(int field, String key, JsonParser parser, byte[] json, int depth) throws IOException {
        int pair = out.begin(field);
        out.string(KEY, key);
        value(VALUE, parser, json, depth);
        out.end(pair);
    }

    private void value(int field, JsonParser parser, byte[] json, int depth) throws IOException {
        int value = out.begin(field);
        switch (parser.currentToken()) {
            case VALUE_STRING -> out.string(STRING, parser.getText());
            case VALUE_TRUE -> out.varint(BOOL, 1);
            case VALUE_FALSE -> out.varint(BOOL, 0);
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> fraction(parser);
            case START_OBJECT, START_ARRAY -> container(parser, json, depth);
            default -> {} // null: a value without anything in it
        }
        out.end(value);
    }

    private void integer(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            out.string(STRING, parser.getText());
        } else {
            out.varint(INT, parser.getLongValue());
        }
    }

    private void fraction(JsonParser parser) throws IOException {
        double number = parser.getDoubleValue();
        if (Double.isFinite(number)) {
            out.fixed64(DOUBLE, Double.doubleToRawLongBits(number));
        } else {
            out.string(STRING, parser.getText());
        }
    }

    private void container(JsonParser parser, byte[] json, int depth) throws IOException {
        if (depth == MOST_DEPTH) {
            out.string(STRING, new String(EventJson.slice(parser, json), StandardCharsets.UTF_8));
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            int members = out.begin(KEY_VALUES);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                pair(ELEMENT, key, parser, json, depth + 1);
            }
            out.end(members);
        } else {
            int elements = out.begin(ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(ELEMENT, parser, json, depth + 1);
            }
            out.end(elements);
        }
    }
}
