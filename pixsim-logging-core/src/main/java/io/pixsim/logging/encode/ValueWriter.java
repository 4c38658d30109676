package io.pixsim.logging.encode;

import io.pixsim.logging.redact.Redactor;
import io.pixsim.logging.redact.Safe;
import org.jspecify.annotations.Nullable;

/** Writes raw values, of whatever type, as JSON, without their secrets. For one thread. */
final class ValueWriter {

    private final KeyTable keys;
    private final Limits limits;
    private final JsonWriter out;
    private final Redactor redactor;
    private final TextWriter texts;
    private final ContainerWriter containers;
    private boolean vouched;

    ValueWriter(KeyTable keys, Limits limits, JsonWriter out) {
        this.keys = keys;
        this.limits = limits;
        this.out = out;
        this.redactor = keys.redactor();
        this.texts = new TextWriter(redactor, limits, out);
        this.containers = new ContainerWriter(keys, limits, out, this);
    }

    TextWriter texts() {
        return texts;
    }

    void value(@Nullable Object raw) {
        if (raw instanceof String string) {
            text(References.shortened(string));
        } else if (raw instanceof Safe<?> safe) {
            vouchedFor(safe);
        } else {
            other(Wrapped.content(raw, keys));
        }
    }

    /** Writes what the program vouches for, whatever it holds. */
    private void vouchedFor(Safe<?> safe) {
        boolean before = vouched;
        vouched = true;
        try {
            value(safe.value());
        } finally {
            vouched = before;
        }
    }

    private void other(@Nullable Object value) {
        if (value instanceof String string) {
            text(References.shortened(string));
        } else if (value == null) {
            out.nullValue();
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean bool) {
            out.bool(bool);
        } else if (ContainerWriter.takes(value)) {
            containers.write(value);
        } else {
            text(plain(value));
        }
    }

    /** Writes a text without its secrets, unless the program vouches for it. */
    private void text(String text) {
        if (vouched) {
            texts.vouchedFor(text);
        } else {
            texts.write(text);
        }
    }

    /** The text of a value that is not a container. */
    private String plain(Object value) {
        String text = PlainText.of(value);
        if (value instanceof Unreadable || SafeText.isFailure(value, text)) {
            out.countRepair();
        }
        return text;
    }

    private void number(Number number) {
        if (Numbers.isWhole(number) && Redactor.isCard(number.longValue()) && !vouched) {
            out.string(redactor.mask(number));
        } else if (Numbers.isWhole(number)) {
            out.number(number.longValue());
        } else if (Numbers.isFraction(number)) {
            out.number(number);
        } else {
            out.countRepair();
            text(Numbers.text(number));
        }
    }

    /** A value as people read it: without its secrets, unless the program vouches for it, and cut to the limit. */
    String shown(@Nullable Object raw) {
        String text = raw == null ? "null" : textOf(raw);
        return raw instanceof Safe ? texts.cut(text) : texts.visible(text);
    }

    /** A value as it stands in a text field: itself when it is text, else its JSON. */
    String textOf(@Nullable Object raw) {
        Object value = Wrapped.content(raw, keys);
        if (value instanceof String string) {
            return References.shortened(string);
        }
        if (value == null) {
            return "null";
        }
        if (!ContainerWriter.takes(value)) {
            return plain(value);
        }
        JsonWriter json = new JsonWriter(256);
        ValueWriter nested = new ValueWriter(keys, limits, json);
        nested.containers.goOnWithin(containers);
        nested.value(value);
        if (json.repairs() > 0) {
            out.countRepair();
        }
        return json.toString();
    }

    /** Whether what is written is part of what the program vouches for. */
    boolean isVouchedFor() {
        return vouched;
    }

    boolean isFull() {
        return out.size() > limits.maxEventBytes();
    }
}
