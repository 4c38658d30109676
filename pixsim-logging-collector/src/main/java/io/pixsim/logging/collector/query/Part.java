package io.pixsim.logging.collector.query;

import java.io.ByteArrayOutputStream;

/**
 * One part of a long answer after another, each of bounded size: a thousand clients that read slowly hold a part each. A text
 * that is larger than a part goes into several, and has to be made again for each; meanwhile nothing of it is held but how
 * much was given. Used by one thread at a time.
 */
final class Part {

    /** Large enough that little is asked for twice, small enough for a thousand. */
    static final int MOST_BYTES = 64 << 10;

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int given;

    /** Adds what is short. */
    void add(byte[] text) {
        bytes.writeBytes(text);
    }

    /**
     * Adds the text of an entry, or what there is room for.
     *
     * @return whether it was given to its end; otherwise the part is full, and the same text is to be added to the next one
     */
    boolean addEntry(byte[] text) {
        int left = text.length - given;
        int room = Math.max(0, MOST_BYTES - bytes.size());
        if (left > room && bytes.size() > 0) {
            return false;
        }
        int now = Math.min(left, room);
        bytes.write(text, given, now);
        given = now < left ? given + now : 0;
        return given == 0;
    }

    /** Whether the last text was given in part. */
    boolean isWithinEntry() {
        return given > 0;
    }

    /** Gives the part, keeps no room for it, and begins the next one. */
    byte[] take() {
        byte[] part = bytes.toByteArray();
        bytes = new ByteArrayOutputStream();
        return part;
    }
}
