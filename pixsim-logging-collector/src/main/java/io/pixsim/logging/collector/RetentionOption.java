package io.pixsim.logging.collector;

import java.util.Locale;

import io.pixsim.logging.catalog.Severity;

/**
 * Retention on the command line: {@code error=90} for a level and worse, {@code only:debug=3} for one level, {@code
 * service:api=7} for a service; and sizes such as {@code 20G}.
 */
final class RetentionOption {

    private static final String ONLY = "only:";
    private static final String SERVICE = "service:";
    private static final String UNITS = "KMGT";
    private static final int UNIT_BITS = 10;

    private RetentionOption() {}

    static void apply(CollectorBuilder builder, String rule) {
        int equals = rule.lastIndexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--retain is not WHAT=DAYS: " + rule);
        }
        String what = rule.substring(0, equals);
        int days = days(rule.substring(equals + 1), rule);
        if (what.startsWith(SERVICE)) {
            builder.retainService(what.substring(SERVICE.length()), days);
        } else if (what.startsWith(ONLY)) {
            builder.retainOnly(level(what.substring(ONLY.length()), rule), days);
        } else {
            builder.retainFrom(level(what, rule), days);
        }
    }

    private static Severity level(String name, String rule) {
        return Severity.parse(name).orElseThrow(() -> new IllegalArgumentException("--retain has no level: " + rule));
    }

    private static int days(String number, String rule) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--retain has no number of days: " + rule, e);
        }
    }

    /** Bytes, or units of 1,024 bytes and its powers: {@code K}, {@code M}, {@code G}, {@code T}. */
    static long bytes(String size) {
        String upper = size.toUpperCase(Locale.ROOT);
        int unit = upper.isEmpty() ? -1 : UNITS.indexOf(upper.charAt(upper.length() - 1));
        String number = unit < 0 ? upper : upper.substring(0, upper.length() - 1);
        try {
            return Math.multiplyExact(Long.parseLong(number), 1L << (UNIT_BITS * (unit + 1)));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("--max-size is no size such as 20G: " + size, e);
        }
    }
}
