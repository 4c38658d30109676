package io.pixsim.logging.logback;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.pixsim.logging.gate.Fingerprint;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** Numbers that stand for what a call says; 0 when that can't be told without running code of the caller's. */
final class CallFingerprint {

    private CallFingerprint() {}

    /** The message as it reads. */
    static long ofMessage(@Nullable String message, @Nullable Object @Nullable [] arguments) {
        long hash = SafeValue.fingerprint(Fingerprint.START, message);
        int gap = message == null ? -1 : message.indexOf("{}");
        for (int i = 0; message != null && arguments != null && i < arguments.length && gap >= 0 && hash != 0; i++) {
            hash = SafeValue.fingerprint(hash, arguments[i]);
            gap = message.indexOf("{}", gap + 2);
        }
        return hash;
    }

    /** Where a job is when it says something: the same words elsewhere are news. */
    static long ofPlace(Logger logger, Level level, @Nullable String stage, @Nullable String artifact, int attempt) {
        long hash = SafeValue.fingerprint(Fingerprint.START, logger.getName());
        hash = SafeValue.fingerprint(hash, level.toInt());
        hash = SafeValue.fingerprint(hash, stage);
        hash = SafeValue.fingerprint(hash, artifact);
        return SafeValue.fingerprint(hash, attempt);
    }

    /** Goes on with all values that a call brings. */
    static long ofValues(
            long before,
            @Nullable String message,
            @Nullable Object @Nullable [] arguments,
            @Nullable List<KeyValuePair> keyValues) {
        long hash = SafeValue.fingerprint(before, message);
        for (int i = 0; arguments != null && i < arguments.length && hash != 0; i++) {
            hash = SafeValue.fingerprint(hash, arguments[i]);
        }
        for (int i = 0; keyValues != null && i < keyValues.size() && hash != 0; i++) {
            KeyValuePair pair = keyValues.get(i);
            hash = SafeValue.fingerprint(SafeValue.fingerprint(hash, pair.key), pair.value);
        }
        return hash;
    }
}
