package io.pixsim.logging;

import java.lang.Thread.UncaughtExceptionHandler;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.LibraryThread;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Logs what ends a thread, then hands it to the handler that was there before. Where there was none the event takes the
 * place of what the JVM prints, and where no event can be written, that is printed.
 */
final class UncaughtExceptions implements UncaughtExceptionHandler {

    private static final String EVENT = "uncaught_exception";

    private final @Nullable UncaughtExceptionHandler before;
    /** Null once it was removed: whoever has been set since may still call this one. */
    private volatile @Nullable Logger log;

    UncaughtExceptions(Logger log, @Nullable UncaughtExceptionHandler before) {
        this.log = log;
        this.before = before;
    }

    /** Sets it for the whole JVM; null where that is not permitted. */
    static @Nullable UncaughtExceptions install(Logger log) {
        UncaughtExceptions handler = new UncaughtExceptions(log, Thread.getDefaultUncaughtExceptionHandler());
        try {
            Thread.setDefaultUncaughtExceptionHandler(handler);
        } catch (SecurityException e) {
            Diagnostics.shared().setting("what ends a thread is not logged, since that is not permitted: " + e);
            return null;
        }
        return handler;
    }

    void logTo(Logger service) {
        log = service;
    }

    /** Puts the handler back that was there before, unless somebody has set another since: that one may call us. */
    void remove() {
        log = null;
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        boolean logged = logged(thread, thrown);
        if (before != null) {
            before.uncaughtException(thread, thrown);
        } else if (!logged) {
            print(thread, thrown);
        }
    }

    private boolean logged(Thread thread, Throwable thrown) {
        if (LibraryThread.isCurrent()) { // what is logged on it does not reach every sink
            return false;
        }
        Logger service = log;
        if (service == null) {
            return false;
        }
        try {
            if (!service.isErrorEnabled(Severity.CRITICAL)) {
                return false;
            }
            service.atError()
                    .addMarker(Severity.CRITICAL)
                    .setCause(thrown)
                    .addKeyValue(Fields.EVENT.name(), EVENT)
                    .log("uncaught exception ended {}", named(thread));
            return true;
        } catch (Throwable e) { // out of memory or stack, most of all here
            return false;
        }
    }

    /** Virtual threads have none, unless they were given one. */
    private static String named(Thread thread) {
        String name = thread.getName();
        return name.isEmpty() ? "a thread without a name" : "thread " + name;
    }

    /** As the JVM does it. */
    @SuppressWarnings({"SystemOut", "CatchAndPrintStackTrace"})
    private static void print(Thread thread, Throwable thrown) {
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        thrown.printStackTrace(System.err);
    }
}
