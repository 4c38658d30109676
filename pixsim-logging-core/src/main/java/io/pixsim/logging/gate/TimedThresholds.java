package io.pixsim.logging.gate;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Thresholds by key, which may end by themselves: no timer, they are asked for their time when they are looked up. At the
 * most a thousand; the one that ends first makes room. Read without a lock; safe for use by many threads.
 */
final class TimedThresholds {

    private static final int MAX = 1_000;
    private static final int MISSES_BEFORE_A_SWEEP = 1_024;

    private final LongSupplier nanoClock;
    private final Runnable changed;
    private volatile Map<String, Timed> byKey = Map.of();
    private volatile Threshold least = Threshold.OFF;
    private int misses; // many threads may count at once: it only says when to look for what has ended

    TimedThresholds(LongSupplier nanoClock, Runnable changed) {
        this.nanoClock = nanoClock;
        this.changed = changed;
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    @Nullable
    Threshold find(@Nullable String key) {
        Timed found = key == null ? null : byKey.get(key);
        if (found == null) {
            if (++misses >= MISSES_BEFORE_A_SWEEP) {
                sweep();
            }
            return null;
        }
        if (found.hasEnded(nanoClock)) {
            sweep();
            return null;
        }
        return found.threshold();
    }

    /** The one that shows most; {@link Threshold#OFF} when there is none. */
    Threshold least() {
        return least;
    }

    /** Null time: until it is changed. */
    synchronized void put(String key, Threshold threshold, @Nullable Duration time) {
        if (time == null) {
            put(key, new Timed(threshold, 0, false));
        } else {
            put(key, new Timed(threshold, nanoClock.getAsLong() + Spans.nanos(time), true));
        }
    }

    synchronized void remove(String key) {
        Map<String, Timed> changed = new HashMap<>(byKey);
        changed.remove(key);
        replace(changed);
    }

    synchronized void clear() {
        replace(Map.of());
    }

    /** Forgets what has ended. */
    synchronized void sweep() {
        misses = 0;
        Map<String, Timed> changed = new HashMap<>(byKey);
        changed.values().removeIf(timed -> timed.hasEnded(nanoClock));
        replace(changed);
    }

    private void put(String key, Timed timed) {
        if (byKey.size() >= MAX) {
            sweep();
        }
        Map<String, Timed> changed = new HashMap<>(byKey);
        if (changed.size() >= MAX && !changed.containsKey(key)) {
            changed.entrySet().stream()
                    .min(Map.Entry.comparingByValue(Comparator.comparingLong(this::nanosLeft)))
                    .map(Map.Entry::getKey)
                    .ifPresent(changed::remove);
        }
        changed.put(key, timed);
        replace(changed);
    }

    private void replace(Map<String, Timed> replacement) {
        byKey = replacement;
        least = replacement.values().stream()
                .map(Timed::threshold)
                .min(Comparator.naturalOrder())
                .orElse(Threshold.OFF);
        changed.run();
    }

    private long nanosLeft(Timed timed) {
        return timed.ends() ? timed.end() - nanoClock.getAsLong() : Long.MAX_VALUE;
    }

    private record Timed(Threshold threshold, long end, boolean ends) {

        boolean hasEnded(LongSupplier nanoClock) {
            return ends && nanoClock.getAsLong() - end >= 0;
        }
    }
}
