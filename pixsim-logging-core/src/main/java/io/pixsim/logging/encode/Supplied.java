package io.pixsim.logging.encode;

import java.util.IdentityHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What suppliers gave for an event that is encoded more than once: each is asked the first time, so that all lines of the
 * event say the same. For one thread.
 */
public final class Supplied {

    /** Taken away with each event, so that no thread holds what an application logged. */
    private static final ThreadLocal<Supplied> OF_EVENT = new ThreadLocal<>();

    private final Object event;
    private final IdentityHashMap<Supplier<?>, @Nullable Object> answers = new IdentityHashMap<>(2);

    private Supplied(Object event) {
        this.event = event;
    }

    /**
     * Begins with an event of this thread, or goes on with it.
     *
     * @param event the event; who encodes a part of what another encodes names the same one
     * @return what {@link #end} wants to have back: an event may be logged by a value of another one
     */
    public static @Nullable Supplied begin(Object event) {
        Supplied before = OF_EVENT.get();
        if (before == null || before.event != event) {
            OF_EVENT.set(new Supplied(event));
        }
        return before;
    }

    /**
     * The event is encoded.
     *
     * @param before what {@link #begin} gave
     */
    public static void end(@Nullable Supplied before) {
        if (before == null) {
            OF_EVENT.remove();
        } else {
            OF_EVENT.set(before);
        }
    }

    /** What a supplier gives, or gave. */
    static @Nullable Object by(Supplier<?> supplier) {
        Supplied event = OF_EVENT.get();
        if (event == null) {
            return ask(supplier);
        }
        if (event.answers.containsKey(supplier)) {
            return event.answers.get(supplier);
        }
        Object answer = ask(supplier);
        event.answers.put(supplier, answer);
        return answer;
    }

    private static @Nullable Object ask(Supplier<?> supplier) {
        try {
            return supplier.get();
        } catch (Throwable e) { // the supplier's own code; nothing it throws may reach the caller of the logger
            return new Unreadable(SafeText.failure(supplier, e));
        }
    }
}
