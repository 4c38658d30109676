package io.pixsim.logging.gate;

import java.util.concurrent.TimeUnit;

/**
 * A bucket of tokens for each message pattern: so many a second, and as many at once. Safe for use by many threads.
 */
final class RateLimiter {

    private final int perSecond;
    private final BoundedMap<String, Bucket> buckets = new BoundedMap<>(bucket -> {});

    RateLimiter(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Told how many other events this one stands for, by other rules. */
    Decision decide(String pattern, long standsFor, long now) {
        return buckets.get(pattern, unseen -> new Bucket(perSecond, now)).take(standsFor, now);
    }

    private static final class Bucket {

        private final int perSecond;
        private double tokens;
        private long filledAt;
        private long heldBack;

        Bucket(int perSecond, long now) {
            this.perSecond = perSecond;
            this.tokens = perSecond;
            this.filledAt = now;
        }

        synchronized Decision take(long standsFor, long now) {
            long passed = Math.max(0, now - filledAt);
            tokens = Math.min(perSecond, tokens + (double) passed / TimeUnit.SECONDS.toNanos(1) * perSecond);
            filledAt += passed;
            if (tokens < 1) {
                heldBack += 1 + standsFor;
                return Decision.RATE_LIMITED;
            }
            tokens--;
            long held = heldBack;
            heldBack = 0;
            return held == 0 ? Decision.KEEP : Decision.keep(1, held);
        }
    }
}
