package io.pixsim.logging.encode;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * A failure as text, root cause first: what went wrong stands in the first line, and survives when the text is cut. What
 * wrapped it follows as {@code Wrapped by:}, each without the frames that it shares with the one before.
 */
final class StackText {

    private static final int MAX_CAUSES = 100;
    private static final int MAX_SUPPRESSED_DEPTH = 4;

    private StackText() {}

    /** The failure that began it. */
    static Failure root(Failure failure) {
        return causes(failure).getFirst();
    }

    static String of(Failure failure) {
        StringBuilder text = new StringBuilder(2048);
        append(text, failure, "", 0);
        text.setLength(text.length() - 1);
        return text.toString();
    }

    private static void append(StringBuilder text, Failure failure, String indent, int suppressedDepth) {
        String lead = "";
        int alreadyShown = suppressedDepth == 0 ? 0 : failure.framesInCommon();
        for (Failure each : causes(failure)) {
            text.append(indent).append(lead).append(each.type());
            if (each.message() != null) {
                text.append(": ").append(each.message());
            }
            text.append('\n');
            appendFrames(text, each, alreadyShown, indent);
            appendSuppressed(text, each, indent, suppressedDepth);
            lead = "Wrapped by: ";
            alreadyShown = each.framesInCommon();
        }
    }

    private static void appendFrames(StringBuilder text, Failure failure, int alreadyShown, String indent) {
        int own = Math.max(0, failure.frameCount() - alreadyShown);
        for (int i = 0; i < own; i++) {
            text.append(indent).append('\t').append(failure.frame(i)).append('\n');
        }
        if (alreadyShown > 0) {
            text.append(indent).append("\t... ").append(alreadyShown).append(" common frames omitted\n");
        }
    }

    private static void appendSuppressed(StringBuilder text, Failure failure, String indent, int depth) {
        if (depth == MAX_SUPPRESSED_DEPTH) {
            return;
        }
        for (Failure suppressed : failure.suppressed()) {
            text.append(indent).append("\tSuppressed:\n");
            append(text, suppressed, indent + "\t", depth + 1);
        }
    }

    /** The root cause first, the failure itself last. */
    private static Deque<Failure> causes(Failure failure) {
        Deque<Failure> causes = new ArrayDeque<>();
        for (@Nullable Failure each = failure; each != null && causes.size() < MAX_CAUSES; each = each.cause()) {
            causes.addFirst(each);
        }
        return causes;
    }
}
