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
    private final @Nullable Boolean jmx;

    private JvmOptions(Builder builder) {
        uncaughtExceptions = builder.uncaughtExceptions;
        bridgeJul = builder.bridgeJul;
        jmx = builder.jmx;
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

    Optional<Boolean> jmx() {
        return Optional.ofNullable(jmx);
    }

    /** Builds {@link JvmOptions}. Not safe for use by many threads. */
    public static final class Builder {

        private @Nullable Boolean uncaughtExceptions;
        private @Nullable Boolean bridgeJul;
        private @Nullable Boolean jmx;

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
         * levels follow Logback's, so that what is not written costs nothing. OkHttp, which the forwarder sends with and which
         * tells of each call below info, stands at info unless the program has set its level.
         *
         * @param led false leaves it as it is
         * @return this
         */
        public Builder bridgeJul(boolean led) {
            bridgeJul = led;
            return this;
        }

        /**
         * Whether the counters can be seen by JMX, as {@link LoggingMXBean}; {@code PIXSIM_LOG_JMX} and then false when left
         * open.
         *
         * @param seen true shows them
         * @return this
         */
        public Builder jmx(boolean seen) {
            jmx = seen;
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
