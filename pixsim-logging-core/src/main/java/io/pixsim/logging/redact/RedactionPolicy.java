package io.pixsim.logging.redact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What is hidden. A key is sensitive when it ends in a sensitive name, whatever its case, its separators and what stands
 * before: {@code api_key}, {@code apiKey}, {@code X-API-KEY}, {@code provider.apikey} and {@code PGPASSWORD} are; {@code
 * api_key_id}, {@code has_api_key} and {@code password_reset_requested} are not. Secrets that show by their looks are
 * hidden under any key and in any text.
 *
 * <pre>{@code
 * RedactionPolicy policy = RedactionPolicy.builder()
 *         .addKey("render_ticket")
 *         .allowKey("csrf_token")
 *         .hideAddresses(true)
 *         .build();
 * }</pre>
 *
 * Immutable. Source: security and redaction in the PixSim logging structure.
 */
public final class RedactionPolicy {

    private static final RedactionPolicy STANDARD = builder().build();

    private final Set<String> addedKeys;
    private final Set<String> allowedKeys;
    private final List<Detector> detectors;
    private final boolean hideAddresses;
    private final byte @Nullable [] fingerprintKey;

    private RedactionPolicy(Builder builder) {
        addedKeys = Set.copyOf(builder.addedKeys);
        allowedKeys = Set.copyOf(builder.allowedKeys);
        detectors = List.copyOf(builder.detectors);
        hideAddresses = builder.hideAddresses;
        fingerprintKey = builder.fingerprintKey;
    }

    /**
     * The built-in keys and shapes, and no more.
     *
     * @return the policy that holds unless told otherwise
     */
    public static RedactionPolicy standard() {
        return STANDARD;
    }

    /**
     * A policy to be extended from the standard one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A policy to be extended from this one.
     *
     * @return a builder that holds what this policy holds
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.addedKeys.addAll(addedKeys);
        builder.allowedKeys.addAll(allowedKeys);
        builder.detectors.addAll(detectors);
        builder.hideAddresses = hideAddresses;
        builder.fingerprintKey = fingerprintKey;
        return builder;
    }

    KeyRules keyRules() {
        return new KeyRules(addedKeys, allowedKeys);
    }

    List<Detector> detectors() {
        return detectors;
    }

    boolean hidesAddresses() {
        return hideAddresses;
    }

    byte @Nullable [] fingerprintKey() {
        return fingerprintKey == null ? null : fingerprintKey.clone();
    }

    /** Builds {@link RedactionPolicy}. Not safe for use by many threads. */
    public static final class Builder {

        private static final int SHORTEST_KEY = 16;

        private final Set<String> addedKeys = new HashSet<>();
        private final Set<String> allowedKeys = new HashSet<>();
        private final List<Detector> detectors = new ArrayList<>();
        private boolean hideAddresses;
        private byte @Nullable [] fingerprintKey;

        private Builder() {}

        /**
         * Makes a key sensitive, in any case and separator style, and each key that ends in it.
         *
         * @param key the name; has a letter or a digit
         * @return this
         */
        public Builder addKey(String key) {
            addedKeys.add(checked(key));
            return this;
        }

        /**
         * Lets what stands under a key be seen, although the key is sensitive by a rule. Only this very key, in any case
         * and separator style. What shows by its looks stays hidden.
         *
         * @param key the name; has a letter or a digit
         * @return this
         */
        public Builder allowKey(String key) {
            allowedKeys.add(CompactName.compact(checked(key)));
            return this;
        }

        /**
         * Adds the keys of a list, as settings have them.
         *
         * @param keys names, parted by commas; null adds none
         * @param wrong told of each item without a letter or a digit; blank ones are left out
         * @return this
         */
        public Builder addKeys(@Nullable String keys, Consumer<String> wrong) {
            each(keys, this::addKey, wrong);
            return this;
        }

        /**
         * Allows the keys of a list, as settings have them.
         *
         * @param keys names, parted by commas; null allows none
         * @param wrong told of each item without a letter or a digit; blank ones are left out
         * @return this
         */
        public Builder allowKeys(@Nullable String keys, Consumer<String> wrong) {
            each(keys, this::allowKey, wrong);
            return this;
        }

        /**
         * Adds a detector of secrets that only this program knows by their looks.
         *
         * @param detector asked of every text
         * @return this
         */
        public Builder addDetector(Detector detector) {
            if (detector.name().isBlank()) {
                throw new IllegalArgumentException("detector's name is blank");
            }
            detectors.add(detector);
            return this;
        }

        /**
         * Hides e-mail addresses and IP addresses too.
         *
         * @param hide false unless set
         * @return this
         */
        public Builder hideAddresses(boolean hide) {
            hideAddresses = hide;
            return this;
        }

        /**
         * Writes {@code ***redacted:1f3a9c02***} for a secret instead of the plain mask: eight hexadecimal digits of its
         * HMAC-SHA-256, by which two events with the same secret can be matched by whoever reads them. Without the key
         * nobody can try out guesses.
         *
         * @param key at least 16 bytes, as random as a key should be; copied
         * @return this
         */
        public Builder fingerprintKey(byte[] key) {
            if (key.length < SHORTEST_KEY) {
                throw new IllegalArgumentException(
                        "fingerprintKey shorter than " + SHORTEST_KEY + " bytes: " + key.length);
            }
            fingerprintKey = key.clone();
            return this;
        }

        /**
         * The policy as it stands now.
         *
         * @return an immutable value
         */
        public RedactionPolicy build() {
            return new RedactionPolicy(this);
        }

        private static void each(@Nullable String keys, Consumer<String> add, Consumer<String> wrong) {
            for (String item : keys == null ? new String[0] : keys.split(",", -1)) {
                String key = item.strip();
                if (CompactName.compact(key).isEmpty()) {
                    if (!key.isEmpty()) {
                        wrong.accept(key);
                    }
                } else {
                    add.accept(key);
                }
            }
        }

        private static String checked(String key) {
            if (CompactName.compact(key).isEmpty()) {
                throw new IllegalArgumentException("key without a letter or a digit: '" + key + "'");
            }
            return key;
        }
    }
}
