package io.pixsim.logging.encode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Pictures, videos and other bulk as references: how long, and a digest by which two can be told apart. The content itself
 * has no place in a log.
 */
final class References {

    private static final int SHORTEST_BASE64 = 512;
    private static final int LONGEST_MEDIA_TYPE = 100;
    /** A digest of more would cost the caller some ten milliseconds. */
    private static final int LONGEST_DIGESTED = 4 << 20;

    private References() {}

    /** What stands for bytes. */
    static String of(ByteBuffer bytes) {
        return "[" + bytes.remaining() + " bytes" + digest(bytes) + "]";
    }

    /** A text, or what stands for it when it is a data URI or long base64. */
    static String shortened(String text) {
        if (!text.isEmpty() && text.charAt(0) == 'd' && text.startsWith("data:")) {
            int comma = text.indexOf(',');
            if (comma > 0 && comma < LONGEST_MEDIA_TYPE && text.startsWith(";base64", comma - 7)) {
                return text.substring(0, comma + 1) + bulk(text, comma + 1);
            }
        }
        return text.length() >= SHORTEST_BASE64 && isBase64(text) ? bulk(text, 0) : text;
    }

    private static String bulk(String text, int from) {
        ByteBuffer content = ByteBuffer.wrap(text.substring(from).getBytes(StandardCharsets.ISO_8859_1));
        return "[" + content.remaining() + " characters of base64" + digest(content) + "]";
    }

    private static boolean isBase64(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && "+/=-_".indexOf(c) < 0) {
                return false;
            }
        }
        return !isOneCharacter(text);
    }

    private static boolean isOneCharacter(String text) {
        char first = text.charAt(0);
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != first) {
                return false;
            }
        }
        return true;
    }

    private static String digest(ByteBuffer bytes) {
        if (bytes.remaining() > LONGEST_DIGESTED) {
            return "";
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes);
            return ", sha256 " + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) { // every JDK has it
            return "";
        }
    }
}
