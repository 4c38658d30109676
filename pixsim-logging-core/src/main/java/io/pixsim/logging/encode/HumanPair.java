package io.pixsim.logging.encode;

/**
 * One {@code key=value} of a line for people.
 *
 * @param name the key as it is written
 * @param text the value, one word
 * @param least how many columns of the value are shown though the line has no room for more
 */
record HumanPair(String name, String text, int least) {

    static HumanPair whole(String name, String text) {
        return new HumanPair(name, text, Columns.of(text));
    }

    /** A pair that gives up room when the line is short of it. */
    static HumanPair elastic(String name, String text, int least) {
        return new HumanPair(name, text, Math.min(least, Columns.of(text)));
    }

    /** The columns it takes with the blank behind it. */
    int leastWidth() {
        return Columns.of(name) + least + 2;
    }

    /** How many columns more than the least it could show. */
    int stretch() {
        return Columns.of(text) - least;
    }
}
