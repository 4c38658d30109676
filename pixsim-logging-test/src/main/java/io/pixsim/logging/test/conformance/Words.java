package io.pixsim.logging.test.conformance;

/** Text for a report: short, and in characters that can be seen. */
final class Words {

    private static final int LONGEST = 80;

    private Words() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder("'");
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c < 0x7F ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return shown.append(text.length() > LONGEST ? "…'" : "'").toString();
    }
}
