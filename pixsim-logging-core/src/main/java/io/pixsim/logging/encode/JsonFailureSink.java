package io.pixsim.logging.encode;

import java.nio.charset.StandardCharsets;

/**
 * Writes the parts of a failure's text into an open JSON string, and hashes its types and frames on the way. Frames that
 * only tell how a call was made are left out; when the text has grown to its limit, so are further ones. For one thread.
 */
final class JsonFailureSink implements FailureSink {

    private static final byte[] LINE_FEED = ascii("\\n");
    private static final byte[] TAB = ascii("\\t");
    private static final byte[] DOTS = ascii("... ");
    private static final byte[] EXCLUDED = ascii(" frames excluded");
    private static final byte[] CUT = ascii(" frames cut");
    private static final byte[] IN_COMMON = ascii(" common frames omitted");
    private static final long PRIME = 0x100000001B3L;

    private final TextWriter texts;
    private final JsonWriter out;
    private final FrameCache frames;
    private final Limits limits;
    private int end;
    private int excluded;
    private int cut;
    private long hash;

    JsonFailureSink(TextWriter texts, JsonWriter out, FrameCache frames, Limits limits) {
        this.texts = texts;
        this.out = out;
        this.frames = frames;
        this.limits = limits;
    }

    /** Writes a failure; gives the hash of its types and frames. */
    long write(Failure failure) {
        hash = 0;
        out.beginString();
        end = out.size() + limits.maxStringLength();
        StackText.write(failure, this);
        out.endString();
        return hash;
    }

    @Override
    public void type(String className) {
        KnownType type = frames.known(className);
        mix(type.hash());
        out.raw(type.json());
    }

    @Override
    public void text(String text) {
        out.text(text, 0, text.length());
    }

    @Override
    public void message(String text) {
        texts.part(text);
    }

    @Override
    public void frames(Failure failure, int count, int indent) {
        KnownTrace known = indent == 1 ? frames.known(failure, count) : null;
        if (known != null && out.size() + known.lines().length <= end) {
            out.raw(known.lines());
            mix(known.hash());
            return;
        }
        int start = out.size();
        int repairs = out.repairs();
        long before = hash;
        hash = 0;
        for (int i = 0; i < count; i++) {
            frame(failure.frame(i), indent);
        }
        endOfExcluded(indent);
        if (indent == 1 && cut == 0 && out.repairs() == repairs) {
            frames.remember(failure, count, out, start, hash);
        }
        long ofFrames = hash;
        hash = before;
        mix(ofFrames);
    }

    private void frame(StackTraceElement frame, int indent) {
        KnownFrame known = frames.known(frame);
        if (known.isExcluded()) {
            excluded++;
            return;
        }
        mix(known.hash());
        if (out.size() >= end) {
            cut++;
            return;
        }
        endOfExcluded(indent);
        if (known.isCut()) {
            out.countRepair();
        }
        if (indent == 1) {
            out.raw(known.line());
        } else {
            newLine(indent);
            out.raw(known.line(), LINE_FEED.length + TAB.length, known.line().length);
        }
    }

    @Override
    public void endOfFrames(int inCommon, int indent) {
        if (cut > 0) {
            out.countRepair();
            note(cut, CUT, indent);
            cut = 0;
        }
        if (inCommon > 0) {
            note(inCommon, IN_COMMON, indent);
        }
    }

    @Override
    public void newLine(int indent) {
        out.raw(LINE_FEED);
        for (int i = 0; i < indent; i++) {
            out.raw(TAB);
        }
    }

    private void endOfExcluded(int indent) {
        if (excluded > 0) {
            note(excluded, EXCLUDED, indent);
            excluded = 0;
        }
    }

    private void note(int count, byte[] what, int indent) {
        newLine(indent);
        out.raw(DOTS);
        out.digits(count);
        out.raw(what);
    }

    private void mix(long part) {
        hash = (hash ^ part) * PRIME;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
