package io.pixsim.logging.examples.worker;

import java.util.ArrayList;
import java.util.List;

/** Threads that would keep the JVM alive after main. */
final class Leftovers {

    private static final long PATIENCE_MS = 2_000;

    private Leftovers() {}

    /** The names of those that do not end by themselves within a moment. */
    static List<String> threads() throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.isDaemon() || thread == Thread.currentThread()) {
                continue;
            }
            thread.join(PATIENCE_MS);
            if (thread.isAlive()) {
                names.add(thread.getName());
            }
        }
        return names;
    }
}
