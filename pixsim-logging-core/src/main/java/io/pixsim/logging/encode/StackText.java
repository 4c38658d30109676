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
        Failure root = failure;
        Failure cause = failure.cause();
        for (int i = 1; cause != null && i < MAX_CAUSES; i++) {
            root = cause;
            cause = cause.cause();
        }
        return root;
    }

    static void write(Failure failure, FailureSink out) {
        write(failure, out, 0);
    }

    private static void write(Failure failure, FailureSink out, int depth) {
        int alreadyShown = depth == 0 ? 0 : failure.framesInCommon();
        boolean first = true;
        for (Failure each : rootFirst(failure)) {
            if (!first) {
                out.newLine(depth);
                out.text("Wrapped by: ");
            }
            first = false;
            writeHead(each, out);
            writeFrames(each, alreadyShown, out, depth);
            writeSuppressed(each, out, depth);
            alreadyShown = each.framesInCommon();
        }
    }

    private static void writeHead(Failure failure, FailureSink out) {
        out.type(failure.type());
        String message = failure.message();
        if (message != null) {
            out.text(": ");
            out.text(message);
        }
    }

    private static void writeFrames(Failure failure, int alreadyShown, FailureSink out, int depth) {
        int own = failure.frameCount() - alreadyShown;
        for (int i = 0; i < own; i++) {
            out.frame(failure.frame(i), depth + 1);
        }
        out.endOfFrames(alreadyShown, depth + 1);
    }

    private static void writeSuppressed(Failure failure, FailureSink out, int depth) {
        if (depth == MAX_SUPPRESSED_DEPTH) {
            return;
        }
        for (Failure suppressed : failure.suppressed()) {
            out.newLine(depth + 1);
            out.text("Suppressed:");
            out.newLine(depth + 1);
            write(suppressed, out, depth + 1);
        }
    }

    private static Deque<Failure> rootFirst(Failure failure) {
        Deque<Failure> causes = new ArrayDeque<>(4);
        for (@Nullable Failure each = failure; each != null && causes.size() < MAX_CAUSES; each = each.cause()) {
            causes.addFirst(each);
        }
        return causes;
    }
}
