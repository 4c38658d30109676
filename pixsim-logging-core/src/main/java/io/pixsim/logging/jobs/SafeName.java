package io.pixsim.logging.jobs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The name of a file or folder for an id that somebody made up. An id of lower-case ASCII letters, digits, {@code .}, {@code
 * _} and {@code -}, that begins with a letter or digit, does not end with a dot, has no two dots in a row, no more than 80
 * characters, and is not the name of a device, is its own name. Of any other, what can be read stays, and {@code ~} and 24
 * digits of its SHA-256 follow. So ids have different names on every file system, those that ignore case included, and no
 * name leads out of its folder. No id has the name {@link #NONE}.
 */
final class SafeName {

    /** Stands for an id that is missing. */
    static final String NONE = "_none";

    /** What {@link #of} makes, as a regular expression. */
    static final String PATTERN = "(?:_none|[a-z0-9][a-z0-9._-]{0,79}(?:~[0-9a-f]{24})?)";

    private static final int LONGEST = 80;
    private static final int LONGEST_READABLE = 40;
    private static final int DIGEST_BYTES = 12;
    private static final Pattern PLAIN =
            Pattern.compile("[a-z0-9](?:[a-z0-9_-]|\\.(?!\\.|$)){0," + (LONGEST - 1) + "}");
    private static final Pattern DEVICE = Pattern.compile("(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

    private SafeName() {}

    static String of(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return NONE;
        }
        return isPlain(id) ? id : readable(id) + "~" + digest(id);
    }

    private static boolean isPlain(String id) {
        return id.length() <= LONGEST
                && PLAIN.matcher(id).matches()
                && !DEVICE.matcher(id).matches();
    }

    private static String readable(String id) {
        String head = id.substring(0, Math.min(id.length(), LONGEST_READABLE));
        String safe =
                head.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "_").replaceAll("^[_-]+", "");
        return safe.isEmpty() ? "id" : safe;
    }

    /** Of its UTF-16, in which no two texts are the same, not even those that are no valid text. */
    private static String digest(String id) {
        byte[] units = new byte[2 * id.length()];
        for (int i = 0; i < id.length(); i++) {
            units[2 * i] = (byte) (id.charAt(i) >>> 8);
            units[2 * i + 1] = (byte) id.charAt(i);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(units);
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) { // every JVM has it
            throw new IllegalStateException(e);
        }
    }
}
