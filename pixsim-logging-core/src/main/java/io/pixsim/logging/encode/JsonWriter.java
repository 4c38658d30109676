package io.pixsim.logging.encode;

/**
 * Writes JSON. This class alone writes separators: where a comma is due follows from the last byte written, so no caller
 * keeps account of it. For one thread.
 */
final class JsonWriter extends Utf8Buffer {

    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");

    JsonWriter(int capacity) {
        super(capacity);
    }

    void beginObject() {
        separate();
        put('{');
    }

    void endObject() {
        put('}');
    }

    void beginArray() {
        separate();
        put('[');
    }

    void endArray() {
        put(']');
    }

    void name(String name) {
        separate();
        quote();
        text(name, 0, name.length());
        quote();
        put(':');
    }

    void name(Key key) {
        separate();
        raw(key.json());
    }

    /** The name of a member that is not the first of its object. */
    void member(Key key) {
        raw(key.member());
    }

    /** A member that is text and not the first of its object. */
    void member(Key key, String text) {
        byte[] name = key.textMember();
        ensure(name.length + text.length() + ROOM_FOR_TEXT);
        raw(name);
        text(text, 0, text.length());
        quote();
    }

    void string(String text) {
        separate();
        quote();
        text(text, 0, text.length());
        quote();
    }

    /** A value that is JSON already. */
    void value(byte[] json) {
        separate();
        raw(json);
    }

    /** Opens a string whose parts follow as {@link #text}, {@link #digits} and {@link #raw}. */
    void beginString() {
        separate();
        quote();
    }

    void endString() {
        quote();
    }

    void number(long number) {
        separate();
        digits(number);
    }

    /** A number that is known to be finite, in a notation that JSON has. */
    void number(Number finite) {
        separate();
        raw(ascii(finite.toString()));
    }

    void bool(boolean value) {
        separate();
        raw(value ? TRUE : FALSE);
    }

    void nullValue() {
        separate();
        raw(NULL);
    }

    void newline() {
        put('\n');
    }

    private void separate() {
        if (size() == 0) {
            return;
        }
        byte last = last();
        if (last != '{' && last != '[' && last != ':') {
            put(',');
        }
    }

    private void quote() {
        put('"');
    }
}
