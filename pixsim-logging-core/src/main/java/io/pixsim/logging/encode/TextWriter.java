package io.pixsim.logging.encode;

import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Writes texts without their secrets, and then cut to the limit: a secret that is cut can't be told any more. For one
 * thread.
 */
final class TextWriter {

    private final Redactor redactor;
    private final Limits limits;
    private final JsonWriter out;
    private final CleanTexts clean = new CleanTexts();
    private final KnownTexts known = new KnownTexts();

    TextWriter(Redactor redactor, Limits limits, JsonWriter out) {
        this.redactor = redactor;
        this.limits = limits;
        this.out = out;
    }

    /** Writes a text as a value. */
    void write(String text) {
        write(null, text);
    }

    /** Writes a text as a member that is not the first of its object, or without a key as a value. */
    void write(@Nullable Key key, String text) {
        if (text.length() > limits.maxStringLength()) {
            put(key, visible(text));
            return;
        }
        int place = KnownTexts.place(key, text);
        byte[] bytes = known.bytes(key, text, place);
        if (bytes == null) {
            writeNew(key, text, place);
        } else if (key == null) {
            out.value(bytes);
        } else {
            out.raw(bytes);
        }
    }

    /** Looks at a text while it is copied, and once more where its characters make it suspect. */
    private void writeNew(@Nullable Key key, String text, int place) {
        int start = out.size();
        int repairs = out.repairs();
        out.beginClasses();
        put(key, text);
        String visible = ofWritten(text);
        if (!visible.equals(text)) {
            takeBack(start, repairs);
            put(key, cut(visible));
        } else if (out.isVerbatim()) {
            known.wrote(key, text, place, out, key == null ? out.textStart() - 1 : start);
        }
    }

    /** Writes a text into an open string. */
    void part(String text) {
        if (text.length() > limits.maxStringLength()) {
            putPart(visible(text));
            return;
        }
        int start = out.size();
        int repairs = out.repairs();
        out.beginClasses();
        putPart(text);
        String visible = ofWritten(text);
        if (!visible.equals(text)) {
            takeBack(start, repairs);
            putPart(cut(visible));
        }
    }

    /** Writes a text that the program vouches for. */
    void vouchedFor(String text) {
        out.string(cut(text));
    }

    /** A text without its secrets, whole. */
    String redacted(String text) {
        return clean.has(text) ? text : read(text);
    }

    private String read(String text) {
        String visible = redactor.text(text);
        if (visible.equals(text)) {
            clean.add(text);
        }
        return visible;
    }

    /** What is written of a text. */
    String visible(String text) {
        return cut(redacted(text));
    }

    String cut(String text) {
        if (text.length() > limits.maxStringLength()) {
            out.countRepair();
        }
        return limits.clip(text);
    }

    /** What is written of a text that was just written as it is: the redactor reads it only where it is suspect. */
    private String ofWritten(String text) {
        int classes = out.classes();
        if (!redactor.suspects(classes, text.length())) {
            return text;
        }
        boolean verbatim = out.isVerbatim();
        if (verbatim && Redactor.isRun(classes)) {
            return isSuspect(text, classes) ? redacted(text) : text;
        }
        if (clean.has(text)) {
            return text;
        }
        if (verbatim ? !isSuspect(text, classes) : isCleanByOutline(text)) {
            clean.add(text);
            return text;
        }
        return read(text);
    }

    private boolean isCleanByOutline(String text) {
        return out.isOutlined() && !redactor.suspectsOutlined(text, out.outline(), out.outlineStart());
    }

    private boolean isSuspect(String text, int classes) {
        return redactor.suspects(text, out.bytes(), out.textStart(), classes);
    }

    private void put(@Nullable Key key, String text) {
        if (key == null) {
            out.string(text);
        } else {
            out.member(key, text);
        }
    }

    private void putPart(String text) {
        out.text(text, 0, text.length());
    }

    private void takeBack(int start, int repairs) {
        out.truncate(start);
        out.forgetRepairs(repairs);
    }
}
