package io.pixsim.logging.test;

import java.util.Set;
import java.util.TreeSet;

/** What was logged on threads that work for no test that runs, told where something is missed. Safe for many threads. */
final class Unheard {

    private static final int MOST_NAMES = 3;

    private final Set<String> threads = new TreeSet<>();
    private int events;

    synchronized void note(String thread) {
        events++;
        if (threads.size() < MOST_NAMES) {
            threads.add(thread);
        }
    }

    /** A line for people; empty when nothing was missed. */
    synchronized String told() {
        if (events == 0) {
            return "";
        }
        return String.format(
                "%nNot captured: %d event%s on threads that work for no test that runs, such as %s. Hand tasks over with"
                        + " LogContext.wrap, or hear every thread with @CaptureLogs(alone = true).",
                events, events == 1 ? "" : "s", threads);
    }
}
