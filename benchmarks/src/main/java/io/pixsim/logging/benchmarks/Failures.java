package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.util.stream.IntStream;

/**
 * Chains of three throwables with 9, 8 and 8 frames, none in common, so that every encoder writes the same 25. The frame
 * objects are new each time and their texts are not, as when the JVM fills a trace in.
 */
final class Failures {

    static final int FRAMES = 25;

    private static final int OUTER = 9;
    private static final int INNER = 8;

    private Failures() {}

    static Throwable chain(String digits) {
        Throwable root = new IOException("connection reset by peer after " + digits + " bytes");
        root.setStackTrace(frames("io.pixsim.worker.provider.transport.HttpConnection", OUTER + INNER, INNER));
        Throwable middle = new IllegalStateException("provider pixverse refused submission " + digits, root);
        middle.setStackTrace(frames("io.pixsim.worker.provider.PixverseClient", OUTER, INNER));
        Throwable outer = new IllegalStateException("job " + digits + " could not be submitted", middle);
        outer.setStackTrace(frames(Event.LOGGER, 0, OUTER));
        return outer;
    }

    /** The name of a frame's method: no other frame of a chain has it. */
    static String method(int frame) {
        return Names.METHODS[frame];
    }

    private static StackTraceElement[] frames(String type, int first, int count) {
        String file = Names.file(type);
        return IntStream.range(first, first + count)
                .mapToObj(frame ->
                        new StackTraceElement("app", null, null, type, Names.METHODS[frame], file, 40 + 7 * frame))
                .toArray(StackTraceElement[]::new);
    }

    private static final class Names {

        static final String[] METHODS = IntStream.range(0, FRAMES)
                .mapToObj(frame -> ("submitStep" + (char) ('A' + frame)).intern())
                .toArray(String[]::new);

        static String file(String type) {
            return (type.substring(type.lastIndexOf('.') + 1) + ".java").intern();
        }
    }
}
