package io.pixsim.logging.encode;

import java.util.regex.Pattern;

/** A stack frame, and what was found out about it once. */
final class KnownFrame {

    /** How a call was made, not who made it. */
    private static final Pattern EXCLUDED =
            Pattern.compile("(?:java\\.lang\\.reflect|jdk\\.internal\\.reflect|sun\\.reflect"
                    + "|java\\.lang\\.invoke)\\..*|.*\\$\\$(?:FastClassBy|EnhancerBy).*");

    /** What the JVM or a proxy generator numbers as it goes. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\$.*|\\d+");

    /** No compiler makes names that are longer. */
    private static final int MAX_LENGTH = 4096;

    private final StackTraceElement frame;
    private final byte[] json;
    private final boolean cut;
    private final boolean excluded;
    private final int hash;

    private KnownFrame(StackTraceElement frame, byte[] json, boolean cut) {
        this.frame = frame;
        this.json = json;
        this.cut = cut;
        this.excluded = EXCLUDED.matcher(frame.getClassName()).matches();
        this.hash = 31 * stableHash(frame.getClassName()) + stableHash(frame.getMethodName());
    }

    static KnownFrame of(StackTraceElement frame) {
        JsonWriter out = new JsonWriter(128);
        String text = "at " + frame;
        out.text(text, 0, Math.min(text.length(), MAX_LENGTH));
        return new KnownFrame(frame, out.toByteArray(), text.length() > MAX_LENGTH || out.repairs() > 0);
    }

    /** The same for one name, whatever number it was given in this process. */
    static int stableHash(String name) {
        return GENERATED.matcher(name).replaceAll("").hashCode();
    }

    boolean isOf(StackTraceElement other) {
        return frame.equals(other);
    }

    /** The text, escaped. */
    byte[] json() {
        return json;
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
