package io.pixsim.logging.test.conformance;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object as RFC 8259 has it, and notes what PostgreSQL's {@code jsonb} would not take. A reader of its own:
 * those of the libraries take more than the grammar has, or less.
 */
final class StrictJson {

    /** Deeper than that, readers give up: Python's at about 250, Jackson's at 1,000. */
    static final int MAX_DEPTH = 250;

    private static final int MOST_INTEGER_DIGITS = 131_072;
    private static final int MOST_FRACTION_DIGITS = 16_383;

    private final String json;
    private final Line line = new Line();
    private int at;
    private int depth;

    private StrictJson(String json) {
        this.json = json;
    }

    static Line read(String json) throws JsonFault {
        StrictJson reader = new StrictJson(json);
        reader.blanks();
        if (!reader.isNext('{')) {
            throw reader.fault("no object");
        }
        reader.value(null);
        reader.blanks();
        if (reader.at < json.length()) {
            throw reader.fault("something after the object");
        }
        return reader.line;
    }

    private void value(@Nullable String name) throws JsonFault {
        blanks();
        switch (next()) {
            case '{' -> object();
            case '[' -> array(name);
            case '"' -> line.text(name, string());
            case 't' -> literal(name, "true");
            case 'f' -> literal(name, "false");
            case 'n' -> literal(name, "null");
            default -> number(name);
        }
    }

    private void object() throws JsonFault {
        enter();
        Set<String> names = new HashSet<>();
        for (boolean first = true; !closes('}', first); first = false) {
            if (!isNext('"')) {
                throw fault("no name");
            }
            String name = string();
            line.name(name, names.add(name));
            blanks();
            expect(':');
            value(name);
        }
        depth--;
    }

    private void array(@Nullable String name) throws JsonFault {
        enter();
        for (boolean first = true; !closes(']', first); first = false) {
            value(name);
        }
        depth--;
    }

    private void enter() throws JsonFault {
        at++;
        if (++depth > MAX_DEPTH) {
            throw fault("nested deeper than " + MAX_DEPTH);
        }
    }

    /** Whether the container ends here; else goes past the comma that must part its elements. */
    private boolean closes(char end, boolean first) throws JsonFault {
        blanks();
        if (isNext(end)) {
            at++;
            return true;
        }
        if (!first) {
            expect(',');
            blanks();
        }
        return false;
    }

    private String string() throws JsonFault {
        StringBuilder text = new StringBuilder();
        at++;
        while (!isNext('"')) {
            char c = next();
            at++;
            if (c < ' ') {
                throw fault("a bare control character");
            }
            text.append(c == '\\' ? escape() : c);
        }
        at++;
        noteUnsafe(text);
        return text.toString();
    }

    private char escape() throws JsonFault {
        char c = next();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault("an escape that JSON doesn't have");
        };
    }

    private char unicode() throws JsonFault {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0 || next() >= 0x7F) {
                throw fault("a broken escape");
            }
            code = code << 4 | digit;
            at++;
        }
        return (char) code;
    }

    private void noteUnsafe(CharSequence text) {
        if (text.chars().anyMatch(c -> c == 0)) {
            line.unsafe("NUL");
        }
        // A pair is one code point; what is left in the range stands alone.
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            line.unsafe("half of a surrogate pair");
        }
    }

    private void literal(@Nullable String name, String literal) throws JsonFault {
        if (!json.startsWith(literal, at)) {
            throw fault("no value");
        }
        at += literal.length();
        line.value(name, literal);
    }

    private void number(@Nullable String name) throws JsonFault {
        int start = at;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        int end = at;
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        String number = json.substring(start, at);
        if (at > end || end - start > MOST_FRACTION_DIGITS) {
            noteRange(number);
        }
        line.value(name, number);
    }

    private void noteRange(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            long integerDigits = (long) value.precision() - value.scale();
            if (value.scale() > MOST_FRACTION_DIGITS || (value.signum() != 0 && integerDigits > MOST_INTEGER_DIGITS)) {
                line.unsafe("a number beyond numeric");
            }
        } catch (ArithmeticException | NumberFormatException e) { // an exponent beyond 32 bits
            line.unsafe("a number beyond numeric");
        }
    }

    private void digits() throws JsonFault {
        int start = at;
        while (at < json.length() && json.charAt(at) >= '0' && json.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw fault("no digit");
        }
    }

    private void blanks() {
        while (at < json.length() && " \t\n\r".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char c) {
        boolean skipped = at < json.length() && json.charAt(at) == c;
        at += skipped ? 1 : 0;
        return skipped;
    }

    private void expect(char c) throws JsonFault {
        if (!skip(c)) {
            throw fault("no '" + c + "'");
        }
    }

    private boolean isNext(char c) throws JsonFault {
        return next() == c;
    }

    private char next() throws JsonFault {
        if (at >= json.length()) {
            throw fault("it breaks off");
        }
        return json.charAt(at);
    }

    private JsonFault fault(String what) {
        return new JsonFault(what + " at " + at + " of "
                + Words.of(json.substring(Math.max(0, at - 20), Math.min(json.length(), at + 20))));
    }
}
