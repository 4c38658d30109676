package io.pixsim.logging.diagnostics;

import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * How the library speaks of itself: one line on standard error, at most once a minute, never through a logger. What is
 * held back meanwhile is counted and told with the next line. Safe for use by many threads; never throws.
 */
public final class Diagnostics {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int MAX_REMEMBERED = 256;
    private static final Diagnostics SHARED = new Diagnostics(null, System::nanoTime);

    private final @Nullable PrintStream out;
    private final LongSupplier nanoClock;
    private final AtomicLong nextAt;
    private final AtomicLong heldBack = new AtomicLong();
    private final Set<String> settingsTold = ConcurrentHashMap.newKeySet();

    Diagnostics(@Nullable PrintStream out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
        this.nextAt = new AtomicLong(nanoClock.getAsLong());
    }

    /**
     * The voice of this process.
     *
     * @return the one instance
     */
    public static Diagnostics shared() {
        return SHARED;
    }

    /**
     * Says that something goes wrong at run time; held back when the last such line is less than a minute old.
     *
     * @param message one line; must hold no secret and no log content
     */
    public void trouble(String message) {
        long now = nanoClock.getAsLong();
        long due = nextAt.get();
        if (now - due < 0 || !nextAt.compareAndSet(due, now + MINUTE)) {
            heldBack.incrementAndGet();
            return;
        }
        long held = heldBack.getAndSet(0);
        print(held == 0 ? message : message + " (and " + held + " more since the last line)");
    }

    /**
     * Says that events are lost for good, at a moment that comes once, such as the end of the process. Never held back.
     *
     * @param message one line; must hold no secret and no log content
     */
    public void loss(String message) {
        print(message);
    }

    /**
     * Says that a setting was wrong. Each such line appears once, at once: settings are few, and told when they are read.
     * Should they be many, the later ones are held back like any {@link #trouble}.
     *
     * @param message the variable, the value, what is allowed, and what was taken
     */
    public void setting(String message) {
        if (settingsTold.contains(message)) {
            return;
        }
        if (settingsTold.size() >= MAX_REMEMBERED) {
            trouble(message);
        } else if (settingsTold.add(message)) {
            print(message);
        }
    }

    @SuppressWarnings("SystemOut") // standard error is the one road that does not lead back into a logger
    private void print(String message) {
        PrintStream stream = out != null ? out : System.err;
        try {
            stream.println("pixsim-logging: " + message.replace('\n', ' ').replace('\r', ' '));
        } catch (RuntimeException e) { // somebody's replacement of standard error; there is nowhere left to say so
            return;
        }
    }
}
