package io.pixsim.logging.encode;

import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.Date;

/** The text of single values whose {@code toString} is not it. */
final class PlainText {

    private PlainText() {}

    static String of(Object value) {
        if (value instanceof Number number) {
            return Numbers.text(number);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof byte[] bytes) {
            return References.of(ByteBuffer.wrap(bytes));
        }
        if (value instanceof ByteBuffer buffer) {
            return References.of(buffer.duplicate());
        }
        if (value instanceof char[] characters) {
            return new String(characters);
        }
        if (value instanceof InputStream || value instanceof Reader) {
            // To read it would take it from whoever it is for.
            return "[" + value.getClass().getName() + "]";
        }
        return ofOthers(value);
    }

    private static String ofOthers(Object value) {
        if (value instanceof Date date && value.getClass() == Date.class) {
            return date.toInstant().toString();
        }
        if (value instanceof Class<?> type) {
            return type.getName();
        }
        return SafeText.of(value);
    }
}
