package io.pixsim.logging.collector.entry;

/**
 * An id that came as a number or as text. It is looked up by its text, whichever it was, and given back as it came.
 *
 * @param text the text, or the digits of the number
 * @param isNumber whether it came as a JSON number
 */
public record EntryId(String text, boolean isNumber) {

    @Override
    public String toString() {
        return text;
    }
}
