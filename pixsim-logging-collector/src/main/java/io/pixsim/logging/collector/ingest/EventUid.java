package io.pixsim.logging.collector.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** What tells an event from all others, as it is stored. */
final class EventUid {

    private static final int MAX_LENGTH = 200;

    private EventUid() {}

    /** What was sent, or its hash where it is long; nothing where it is blank, since then it tells no events apart. */
    static @Nullable String of(String sent) {
        if (sent.isBlank()) {
            return null;
        }
        return sent.length() <= MAX_LENGTH ? sent : hash(sent);
    }

    private static String hash(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
