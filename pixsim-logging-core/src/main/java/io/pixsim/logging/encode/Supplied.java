package io.pixsim.logging.encode;

import java.util.IdentityHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What suppliers gave for an event that is encoded more than once: each is asked the first time, so that all lines of the
 * event say the same. For one thread.
 */
public final class Supplied {

    private static final int EVENT = 0;
    private static final int ANSWERS = 1;

    /**
     * The event that is encoded, and what its suppliers gave once one was asked. Empty between two events, and of no class of
     * this library: so a thread holds nothing of an application, without the price of a removal with each event.
     */
    private static final ThreadLocal<@Nullable Object[]> OF_THREAD = ThreadLocal.withInitial(() -> new Object[2]);

    /** What goes on need not be put back. */
    private static final Supplied GOES_ON = new Supplied(null, null);

    private final @Nullable Object event;
    private final @Nullable Object answers;

    private Supplied(@Nullable Object event, @Nullable Object answers) {
        this.event = event;
        this.answers = answers;
    }

    /**
     * Begins with an event of this thread, or goes on with it.
     *
     * @param event the event; who encodes a part of what another encodes names the same one
     * @return what {@link #end} wants to have back: an event may be logged by a value of another one
     */
    public static @Nullable Supplied begin(Object event) {
        @Nullable Object[] now = OF_THREAD.get();
        if (now[EVENT] == event) {
            return GOES_ON;
        }
        Supplied before = now[EVENT] == null ? null : new Supplied(now[EVENT], now[ANSWERS]);
        now[EVENT] = event;
        now[ANSWERS] = null;
        return before;
    }

    /**
     * The event is encoded.
     *
     * @param before what {@link #begin} gave
     */
    public static void end(@Nullable Supplied before) {
        if (before == GOES_ON) {
            return;
        }
        @Nullable Object[] now = OF_THREAD.get();
        now[EVENT] = before == null ? null : before.event;
        now[ANSWERS] = before == null ? null : before.answers;
    }

    /** What a supplier gives, or gave. */
    static @Nullable Object by(Supplier<?> supplier) {
        @Nullable Object[] now = OF_THREAD.get();
        if (now[EVENT] == null) {
            return ask(supplier);
        }
        if (now[ANSWERS] == null) {
            now[ANSWERS] = new Answers();
        }
        return ((Answers) now[ANSWERS]).by(supplier);
    }

    private static @Nullable Object ask(Supplier<?> supplier) {
        try {
            return supplier.get();
        } catch (Throwable e) { // the supplier's own code; nothing it throws may reach the caller of the logger
            return new Unreadable(SafeText.failure(supplier, e));
        }
    }

    private static final class Answers {

        private final IdentityHashMap<Supplier<?>, @Nullable Object> known = new IdentityHashMap<>(2);

        @Nullable
        Object by(Supplier<?> supplier) {
            if (known.containsKey(supplier)) {
                return known.get(supplier);
            }
            Object answer = ask(supplier);
            known.put(supplier, answer);
            return answer;
        }
    }
}
