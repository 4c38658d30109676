package io.pixsim.logging.redact;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides what of a value may be written. Under a sensitive key everything goes, whole subtrees too. Safe for use by many
 * threads; never throws.
 */
public final class Redactor {

    /** What is written in place of what must not be. */
    public static final String MASK = "***redacted***";

    private static final int MAX_REMEMBERED_KEYS = 4096;
    private static final int MAX_REMEMBERED_LENGTH = 128;

    private final RedactionPolicy policy;
    private final ConcurrentHashMap<String, Boolean> remembered = new ConcurrentHashMap<>();

    /**
     * A redactor that follows a policy.
     *
     * @param policy which keys are sensitive
     */
    public Redactor(RedactionPolicy policy) {
        this.policy = policy;
    }

    /**
     * Whether whatever stands under a key must not be written.
     *
     * @param key the key, at whatever depth
     * @return true when the {@link #MASK} is written instead
     */
    public boolean isSensitive(String key) {
        Boolean known = remembered.get(key);
        if (known != null) {
            return known;
        }
        boolean sensitive = policy.isSensitive(key);
        if (key.length() <= MAX_REMEMBERED_LENGTH && remembered.size() < MAX_REMEMBERED_KEYS) {
            remembered.put(key, sensitive);
        }
        return sensitive;
    }

    int remembered() {
        return remembered.size();
    }
}
