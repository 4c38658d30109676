package io.pixsim.logging.encode;

import java.util.List;

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
        write(failure, 0, out, 0, MAX_CAUSES - 1);
    }

    /**
     * Writes what caused a failure, and then itself.
     *
     * @param shownAround how many frames of the root cause stand elsewhere already
     */
    private static void write(Failure failure, int shownAround, FailureSink out, int depth, int causesLeft) {
        Failure cause = causesLeft > 0 ? failure.cause() : null;
        int alreadyShown = shownAround;
        if (cause != null) {
            write(cause, shownAround, out, depth, causesLeft - 1);
            alreadyShown = cause.framesInCommon();
            out.newLine(depth);
            out.text("Wrapped by: ");
        }
        writeHead(failure, out);
        writeFrames(failure, alreadyShown, out, depth);
        writeSuppressed(failure, out, depth);
    }

    private static void writeHead(Failure failure, FailureSink out) {
        out.type(failure.type());
        String message = failure.message();
        if (message != null) {
            out.text(": ");
            out.message(message);
        }
    }

    private static void writeFrames(Failure failure, int alreadyShown, FailureSink out, int depth) {
        out.frames(failure, failure.frameCount() - alreadyShown, depth + 1);
        out.endOfFrames(alreadyShown, depth + 1);
    }

    private static void writeSuppressed(Failure failure, FailureSink out, int depth) {
        List<Failure> all = depth == MAX_SUPPRESSED_DEPTH ? List.of() : failure.suppressed();
        for (@Nullable Failure suppressed : all) {
            out.newLine(depth + 1);
            out.text("Suppressed:");
            out.newLine(depth + 1);
            write(suppressed, suppressed.framesInCommon(), out, depth + 1, MAX_CAUSES - 1);
        }
    }
}
