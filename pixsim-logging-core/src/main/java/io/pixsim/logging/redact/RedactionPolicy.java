package io.pixsim.logging.redact;

import java.util.Set;

/**
 * Which keys are sensitive. A key is when it ends in a sensitive name, whatever its case, its separators and what stands
 * before: {@code api_key}, {@code apiKey}, {@code X-API-KEY}, {@code provider.apikey} and {@code PGPASSWORD} are; {@code
 * api_key_id} and {@code password_reset_requested} are not.
 *
 * <p>Immutable. Source: security and redaction in the PixSim logging structure.
 *
 * @param compactNames the sensitive names in lower case, without separators
 */
public record RedactionPolicy(Set<String> compactNames) {

    private static final RedactionPolicy STANDARD =
            new RedactionPolicy(Set.of("apikey", "jwttoken", "authorization", "password", "secret"));

    /**
     * Copies the set, so that the value never changes.
     *
     * @param compactNames the sensitive names in lower case, without separators
     */
    public RedactionPolicy {
        compactNames = Set.copyOf(compactNames);
    }

    /**
     * The built-in names: {@code api_key}, {@code jwt_token}, {@code authorization}, {@code password}, {@code secret}.
     *
     * @return the policy that holds unless told otherwise
     */
    public static RedactionPolicy standard() {
        return STANDARD;
    }

    boolean isSensitive(String key) {
        for (String name : compactNames) {
            if (endsIn(name, key)) {
                return true;
            }
        }
        return false;
    }

    /** Compares backwards, letter by letter: most keys differ in the last one, and none is ever copied. */
    private static boolean endsIn(String name, String key) {
        int left = name.length();
        for (int i = key.length() - 1; i >= 0 && left > 0; i--) {
            char c = key.charAt(i);
            if (Character.isLetterOrDigit(c) && fold(c) != name.charAt(--left)) {
                return false;
            }
        }
        return left == 0;
    }

    /** Both ways, so that the Turkish letters without and with a dot are an i like any other. */
    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
