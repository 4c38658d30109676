package io.pixsim.logging.diagnostics;

/**
 * A thread of the library's own: a daemon, so that it never keeps a JVM alive, and known by its type, so that what is
 * logged on it never feeds the delivery that runs on it.
 */
public final class LibraryThread extends Thread {

    /**
     * A thread that is not yet started.
     *
     * @param name the thread's name; {@code pixsim-logging-} is put before it
     * @param task what it runs
     */
    public LibraryThread(String name, Runnable task) {
        super(null, task, "pixsim-logging-" + name, 0, false);
        setDaemon(true);
    }

    /**
     * Whether the caller runs on a thread of the library.
     *
     * @return true on a {@link LibraryThread}
     */
    public static boolean isCurrent() {
        return Thread.currentThread() instanceof LibraryThread;
    }
}
