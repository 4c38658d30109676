package io.pixsim.logging.encode;

/**
 * One {@code key=value} of a line for people.
 *
 * @param name the key as it is written
 * @param text the value, one word
 * @param least how many characters of the value are shown though the line has no room for more
 */
record HumanPair(String name, String text, int least) {

    static HumanPair whole(String name, String text) {
        return new HumanPair(name, text, text.length());
    }

    /** A pair that gives up room when the line is short of it. */
    static HumanPair elastic(String name, String text, int least) {
        return new HumanPair(name, text, Math.min(least, text.length()));
    }

    /** The columns it takes with the blank behind it. */
    int leastWidth() {
        return name.length() + least + 2;
    }

    /** How many characters more than the least it could show. */
    int stretch() {
        return text.length() - least;
    }
}
