package io.pixsim.logging;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What logging does with the JVM around it. What is left open is taken from a system property, else from the environment,
 * else from the default.
 *
 * <p>Immutable.
 */
public final class JvmOptions {

    private final @Nullable Boolean uncaughtExceptions;
    private final @Nullable Boolean bridgeJul;

    private JvmOptions(Builder builder) {
        uncaughtExceptions = builder.uncaughtExceptions;
        bridgeJul = builder.bridgeJul;
    }

    /**
     * Options that leave everything open.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    Optional<Boolean> uncaughtExceptions() {
        return Optional.ofNullable(uncaughtExceptions);
    }

    Optional<Boolean> bridgeJul() {
        return Optional.ofNullable(bridgeJul);
    }

    /** Builds {@link JvmOptions}. Not safe for use by many threads. */
    public static final class Builder {

        private @Nullable Boolean uncaughtExceptions;
        private @Nullable Boolean bridgeJul;

        private Builder() {}

        /**
         * Whether an exception that ends a thread is logged as critical; {@code PIXSIM_LOG_UNCAUGHT} and then true when left
         * open. A handler that was set before is called after it; where there was none, the event is in place of what the
         * JVM would print.
         *
         * @param logged false leaves the thread's end to others
         * @return this
         */
        public Builder uncaughtExceptions(boolean logged) {
            uncaughtExceptions = logged;
            return this;
        }

        /**
         * Whether {@code java.util.logging} is led into the same stream where {@code org.slf4j:jul-to-slf4j} is on the class
         * path; {@code PIXSIM_LOG_BRIDGE_JUL} and then true when left open. Its handlers are taken off meanwhile, and its
         * levels follow Logback's, so that what is not written costs nothing.
         *
         * @param led false leaves it as it is
         * @return this
         */
        public Builder bridgeJul(boolean led) {
            bridgeJul = led;
            return this;
        }

        /**
         * The options as they stand now.
         *
         * @return an immutable value
         */
        public JvmOptions build() {
            return new JvmOptions(this);
        }
    }
}
