package io.pixsim.logging.redact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** What stands in place of a secret: the plain mask, or one with a fingerprint by which secrets can be matched. */
final class Mask {

    static final String PLAIN = "***redacted***";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int FINGERPRINT_BYTES = 4;

    private final @Nullable SecretKeySpec key;

    Mask(byte @Nullable [] key) {
        this.key = key == null ? null : new SecretKeySpec(key, ALGORITHM);
    }

    String of(CharSequence secret) {
        if (key == null) {
            return PLAIN;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(secret.toString().getBytes(StandardCharsets.UTF_8));
            return "***redacted:" + HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES) + "***";
        } catch (GeneralSecurityException e) { // every JDK has it
            return PLAIN;
        }
    }
}
