package io.pixsim.logging.context;

import java.util.ArrayDeque;
import java.util.Iterator;

import io.pixsim.logging.context.LogContext.Scope;

/**
 * The scopes that are open on the current thread, the innermost last. A scope that is closed before those within it takes
 * from them what it puts back itself: they would bring its values back to life. Remembers a bounded number of scopes,
 * since some are never closed.
 */
final class OpenScopes {

    private static final int MAX_REMEMBERED = 64;
    private static final ThreadLocal<ArrayDeque<Scope>> OPEN = ThreadLocal.withInitial(ArrayDeque::new);

    private OpenScopes() {}

    static void add(Scope scope) {
        ArrayDeque<Scope> open = OPEN.get();
        if (open.size() == MAX_REMEMBERED) {
            open.removeFirst();
        }
        open.addLast(scope);
    }

    static void remove(Scope scope) {
        ArrayDeque<Scope> open = OPEN.get();
        for (Iterator<Scope> innermostFirst = open.descendingIterator(); innermostFirst.hasNext(); ) {
            Scope inner = innermostFirst.next();
            if (inner == scope) {
                innermostFirst.remove();
                break;
            }
            inner.yieldTo(scope);
            if (inner.hasNothingToPutBack()) {
                innermostFirst.remove();
            }
        }
        if (open.isEmpty()) {
            OPEN.remove();
        }
    }

    /** Takes the thread's open scopes aside: what is opened from here on is not within them. */
    static ArrayDeque<Scope> suspend() {
        ArrayDeque<Scope> open = OPEN.get();
        OPEN.remove();
        return open;
    }

    /** Goes on with scopes that were suspended. Those that were opened since and forgotten put nothing back any more. */
    static void resume(ArrayDeque<Scope> suspended) {
        OPEN.get().forEach(Scope::forget);
        if (suspended.isEmpty()) {
            OPEN.remove();
            return;
        }
        OPEN.set(suspended);
    }
}
