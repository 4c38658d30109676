package io.pixsim.logging.files;

import java.util.Arrays;

/**
 * How far a file was read, and the last 1 KiB before that: by these a file is known again whatever it is called, copied or
 * compressed to, and known to be another one when it was cut and written anew.
 */
final class ReadPoint {

    static final int REMEMBERED = 1024;

    private byte[] last = new byte[0];
    private long position;

    long position() {
        return position;
    }

    /** The bytes before the position. */
    byte[] last() {
        return last;
    }

    void advance(byte[] bytes, int from, int length) {
        position += length;
        if (length >= REMEMBERED) {
            last = Arrays.copyOfRange(bytes, from + length - REMEMBERED, from + length);
            return;
        }
        int kept = Math.min(last.length, REMEMBERED - length);
        byte[] both = Arrays.copyOfRange(last, last.length - kept, last.length + length);
        System.arraycopy(bytes, from, both, kept, length);
        last = both;
    }

    /** Says that the bytes to come stand at a place in the file. */
    void startAt(long place) {
        last = new byte[0];
        position = place;
    }
}
