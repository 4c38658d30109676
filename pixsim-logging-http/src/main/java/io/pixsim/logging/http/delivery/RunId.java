package io.pixsim.logging.http.delivery;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The id of one run of a forwarder: when it began, so that ids rise with time, and chance. */
final class RunId {

    private static final int TIME_DIGITS = 12;

    private RunId() {}

    static String of(long millis) {
        int chance = new SecureRandom().nextInt();
        return HexFormat.of().toHexDigits(millis, TIME_DIGITS) + HexFormat.of().toHexDigits(chance);
    }
}
