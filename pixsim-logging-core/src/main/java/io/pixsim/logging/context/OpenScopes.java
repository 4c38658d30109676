package io.pixsim.logging.context;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

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
        open.forEach(Scope::suspend);
        OPEN.remove();
        return open;
    }

    /** Those that are open and were forgotten put nothing back any more: the context that they were opened in is gone. */
    static void forget() {
        OPEN.get().forEach(Scope::forget);
        OPEN.remove();
    }

    /** Goes on with scopes that were suspended, after their context has been put back. */
    static void resume(ArrayDeque<Scope> suspended) {
        if (suspended.isEmpty()) {
            return;
        }
        OPEN.set(suspended);
        List.copyOf(suspended).forEach(Scope::resume); // those that were closed meanwhile leave
    }
}
