package io.pixsim.logging.encode;

import org.jspecify.annotations.Nullable;

/** The names of the last logger and thread as they were written: a thread often logs through one logger in a row. */
final class SourceBytes {

    private static final int LONGEST_KEPT = 256;

    private @Nullable String logger;
    private @Nullable String thread;
    private byte @Nullable [] bytes;

    /** What was written for the names; null when others, or none, are remembered. */
    byte @Nullable [] bytes(String ofLogger, String ofThread) {
        return ofLogger.equals(logger) && ofThread.equals(thread) ? bytes : null;
    }

    /** Remembers names that could be written as they were; their bytes only when they come a second time. */
    void remember(String ofLogger, String ofThread, JsonWriter out, int start, int repairsBefore) {
        boolean again = ofLogger.equals(logger) && ofThread.equals(thread);
        boolean kept = out.repairs() == repairsBefore && out.size() - start <= LONGEST_KEPT;
        logger = kept ? ofLogger : null;
        thread = kept ? ofThread : null;
        bytes = again && kept ? out.copy(start) : null;
    }
}
