package io.pixsim.logging.collector.ingest.body;

/** The lines of a body, where they stand. */
public final class Lines {

    private final byte[] body;
    private int from;
    private int to = -1;

    /** The lines of a body. */
    public Lines(byte[] body) {
        this.body = body;
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() {
        from = to + 1;
        if (from >= body.length) {
            return false;
        }
        to = from;
        while (to < body.length && body[to] != '\n') {
            to++;
        }
        return true;
    }

    /** Where the line begins. */
    public int from() {
        return from;
    }

    /** The end of the line, without what ends it. */
    public int to() {
        return to;
    }

    /** Whether there is nothing on the line. */
    public boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
