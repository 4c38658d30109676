package io.pixsim.logging.test.conformance;

/** What is checked of each case, one apart from the other, the gravest first. */
public enum Check {
    /** The call came back within the deadline, and before a value without end had told so much that nobody could use it. */
    RETURNS("hung"),
    /** Nothing was thrown into the caller. */
    CALLER("threw into the caller"),
    /** Something was written. */
    EVENT("event lost"),
    /** One line, and one line feed, at its end. */
    ONE_LINE("not one line"),
    /** The line is not longer than the limit. */
    SIZE("too long"),
    /** The bytes are UTF-8. */
    UTF8("invalid UTF-8"),
    /** The line is one JSON object, as RFC 8259 has it. */
    JSON("invalid JSON"),
    /** No name occurs twice in one object. */
    NAMES("duplicate key"),
    /** PostgreSQL's {@code jsonb} takes it: no NUL, no half of a surrogate pair, no number beyond {@code numeric}, no bottomless nesting. */
    JSONB("not jsonb-safe"),
    /** The message is there. */
    MESSAGE("message lost"),
    /** The well-behaved fields before and after, and those of the context, are there. */
    FIELDS("field lost"),
    /** Something stands for the hostile value itself. */
    VALUE("value lost"),
    /** What was changed is named in {@code _repaired}, and nothing is when nothing was. Only where it is asked for. */
    REPAIRED("not told in _repaired"),
    /** The ingest endpoint's columns take it. Only where it is asked for. */
    WIRE("against the wire contract");

    private final String failure;

    Check(String failure) {
        this.failure = failure;
    }

    /**
     * What is said of a case that fails this check.
     *
     * @return a word or a few
     */
    public String failure() {
        return failure;
    }
}
