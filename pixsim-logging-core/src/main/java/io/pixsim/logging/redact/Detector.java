package io.pixsim.logging.redact;

/**
 * Finds secrets that only this program knows by their looks. It is asked of every text, so it should be fast on those that
 * hold none, and take no longer than linear time. Must be safe for use by many threads. One that throws is not asked again,
 * and counted.
 *
 * <pre>{@code
 * Detector tickets = Detector.of("ticket", (text, found) -> {
 *     int at = text.indexOf("TCK-");
 *     if (at >= 0) {
 *         found.hide(at, Math.min(text.length(), at + 12));
 *     }
 * });
 * }</pre>
 */
public interface Detector {

    /**
     * What the counter of its finds is called.
     *
     * @return a name, not blank
     */
    String name();

    /**
     * Looks for secrets.
     *
     * @param text the text as it would be written
     * @param found takes what is to be hidden
     */
    void detect(String text, Findings found);

    /**
     * A detector.
     *
     * @param name what the counter of its finds is called
     * @param search what {@link #detect} does
     * @return the two together
     */
    static Detector of(String name, Search search) {
        return new Detector() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void detect(String text, Findings found) {
                search.detect(text, found);
            }
        };
    }

    /** What a detector does, without its name. */
    @FunctionalInterface
    interface Search {

        /**
         * Looks for secrets.
         *
         * @param text the text as it would be written
         * @param found takes what is to be hidden
         */
        void detect(String text, Findings found);
    }

    /** Takes what a detector found. */
    @FunctionalInterface
    interface Findings {

        /**
         * Hides a part of the text. What does not lie in it is left out.
         *
         * @param from the first character
         * @param to the one behind the last
         */
        void hide(int from, int to);
    }
}
