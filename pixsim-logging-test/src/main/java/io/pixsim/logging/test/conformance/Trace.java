package io.pixsim.logging.test.conformance;

import java.util.List;
import java.util.function.Predicate;

/**
 * Something that must be left of a hostile value.
 *
 * @param what in words
 * @param isIn whether a line has it
 */
record Trace(String what, Predicate<Line> isIn) {

    /** A member of that name, anywhere in the line. */
    static Trace name(String name) {
        return new Trace("a member named " + Words.of(name), line -> line.hasName(name));
    }

    /** A text in which that part occurs, anywhere in the line. */
    static Trace text(String part) {
        return new Trace("a text with " + Words.of(part), line -> line.hasText(List.of(part)));
    }

    /** That value under that name, as it is or as text. */
    static Trace value(String name, String text) {
        return new Trace(Words.of(name) + " with " + Words.of(text), line -> line.hasValue(name, text));
    }

    /** A member whose name has those parts. */
    static Trace nameWith(String... parts) {
        return new Trace(
                "a member with " + Words.of(String.join("…", parts)), line -> line.hasNameWith(List.of(parts)));
    }
}
