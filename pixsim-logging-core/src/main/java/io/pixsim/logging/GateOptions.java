package io.pixsim.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.gate.Threshold;

/**
 * What the program itself decides about which events are written. What it leaves open is taken from a system property,
 * else from the environment, else from the default: see the table in the README.
 *
 * <pre>{@code
 * GateOptions.builder().domainLevel("account", Severity.DEBUG).domainOff("cron").build()
 * }</pre>
 *
 * Immutable.
 */
public final class GateOptions {

    private final Map<String, Threshold> domains;

    private GateOptions(Builder chosen) {
        this.domains = Map.copyOf(chosen.domains);
    }

    /**
     * Options that leave everything open.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    Optional<Map<String, Threshold>> domains() {
        return Optional.of(domains).filter(chosen -> !chosen.isEmpty());
    }

    /** Builds {@link GateOptions}; each setter checks what it is given. Not safe for use by many threads. */
    public static final class Builder {

        private final Map<String, Threshold> domains = new LinkedHashMap<>();

        private Builder() {}

        /**
         * From which severity on events of a domain are written, whatever the level of their logger says: more than
         * that, or less. Takes the place of {@code PIXSIM_LOG_DOMAINS} as a whole.
         *
         * @param domain the {@code domain} field, exactly; not blank
         * @param level the least severity that is written
         * @return this
         */
        public Builder domainLevel(String domain, Severity level) {
            domains.put(Checks.notBlank("domain", domain), Threshold.of(Objects.requireNonNull(level, "level")));
            return this;
        }

        /**
         * Writes nothing of a domain. Takes the place of {@code PIXSIM_LOG_DOMAINS} as a whole.
         *
         * @param domain the {@code domain} field, exactly; not blank
         * @return this
         */
        public Builder domainOff(String domain) {
            domains.put(Checks.notBlank("domain", domain), Threshold.OFF);
            return this;
        }

        /**
         * The options as they stand now.
         *
         * @return an immutable value
         */
        public GateOptions build() {
            return new GateOptions(this);
        }
    }
}
