package io.pixsim.logging.test.assertj;

/** How much alike two texts are. */
final class Closeness {

    static final double SAME = 2;
    /** A field that is there comes nearer than one that is not. */
    static final double PRESENT = 0.5;
    /** From here on an event is worth showing. */
    static final double NEAR = 0.5;

    private static final int MOST_COMPARED = 200;

    private Closeness() {}

    /** 1 for the same text, 0 for one in which every character differs: by the edits that it takes. */
    static double of(String one, String other) {
        String a = head(one);
        String b = head(other);
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - (double) edits(a, b) / longer;
    }

    private static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }

    private static String head(String text) {
        return text.length() <= MOST_COMPARED ? text : text.substring(0, MOST_COMPARED);
    }
}
