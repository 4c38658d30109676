package io.pixsim.logging.encode;

import java.util.Objects;
import java.util.regex.Pattern;

/** A stack frame, and what was found out about it once. */
final class KnownFrame {

    /** How a call was made, not who made it. */
    private static final Pattern EXCLUDED =
            Pattern.compile("(?:java\\.lang\\.reflect|jdk\\.internal\\.reflect|sun\\.reflect"
                    + "|java\\.lang\\.invoke)\\..*|.*\\$\\$(?:FastClassBy|EnhancerBy).*");

    /** No compiler makes names that are longer. */
    private static final int MAX_LENGTH = 4096;

    private final StackTraceElement frame;
    private final byte[] line;
    private final boolean cut;
    private final boolean excluded;
    private final int hash;

    private KnownFrame(StackTraceElement frame, byte[] line, boolean cut) {
        this.frame = frame;
        this.line = line;
        this.cut = cut;
        this.excluded = EXCLUDED.matcher(frame.getClassName()).matches();
        this.hash = 31 * KnownType.stableHash(frame.getClassName()) + KnownType.stableHash(frame.getMethodName());
    }

    static KnownFrame of(StackTraceElement frame) {
        JsonWriter out = new JsonWriter(128);
        String text = "\n\tat " + frame;
        out.text(text, 0, Math.min(text.length(), MAX_LENGTH));
        return new KnownFrame(frame, out.toByteArray(), text.length() > MAX_LENGTH || out.repairs() > 0);
    }

    /** Whether this is what is known of a frame. Frames of one place are filled in with the same strings. */
    boolean isOf(StackTraceElement other) {
        return frame.getLineNumber() == other.getLineNumber()
                && Objects.equals(frame.getMethodName(), other.getMethodName())
                && Objects.equals(frame.getClassName(), other.getClassName())
                && Objects.equals(frame.getFileName(), other.getFileName())
                && Objects.equals(frame.getModuleName(), other.getModuleName())
                && Objects.equals(frame.getModuleVersion(), other.getModuleVersion())
                && Objects.equals(frame.getClassLoaderName(), other.getClassLoaderName());
    }

    /** The line feed before it, a tab, and the text, escaped. */
    byte[] line() {
        return line;
    }

    /** Whether the text is not all of the frame, or not as it was. */
    boolean isCut() {
        return cut;
    }

    /** Whether the frame tells only how a call was made. */
    boolean isExcluded() {
        return excluded;
    }

    /** The same whatever the line. */
    int hash() {
        return hash;
    }
}
