package io.pixsim.logging.process;

import java.util.Set;

/**
 * Finds the lines between the first and the last of a private key. One by one, or with the first one cut off, nobody could
 * tell them for what they are and mask them. For one thread.
 */
final class KeyLines {

    /** A key of 16384 bits has 200. */
    private static final int MOST = 400;

    private static final Set<String> HEADERS = Set.of("Proc-Type", "DEK-Info", "Version", "Comment");

    private int left;

    /** Whether a line is part of a key; to be asked of all of them, in order. The first and the last line are not. */
    boolean isWithin(String line) {
        if (line.contains("PRIVATE KEY") && (line.contains("-----BEGIN ") || line.contains("---- BEGIN "))) {
            left = MOST;
            return false;
        }
        if (left == 0 || !mayBeOfKey(line.strip())) { // in YAML it is indented
            left = 0;
            return false;
        }
        left--;
        return true;
    }

    private static boolean mayBeOfKey(String line) {
        int colon = line.indexOf(':');
        return colon > 0
                ? HEADERS.contains(line.substring(0, colon))
                : line.chars().allMatch(KeyLines::isBase64);
    }

    private static boolean isBase64(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '=';
    }
}
