package io.pixsim.logging.files;

import java.io.IOException;
import java.util.Arrays;

/**
 * Bytes that come in pieces, given back as lines. A line is cut at its line feed and nowhere else, so never inside a
 * character. One that grows beyond 16 MiB is passed over and counted.
 */
final class LineBuffer {

    static final int LONGEST = 16 << 20;
    private static final int ROOM = 16 << 10;

    private byte[] bytes = new byte[2 * ROOM];
    private int start;
    private int searched;
    private int end;
    private int from;
    private int to;
    private boolean passingOver;
    private long passedOver;

    /** Takes what an input has; gives how many bytes, or -1 at its end. */
    int fill(Input input) throws IOException {
        makeRoom();
        int count = input.read(bytes, end, bytes.length - end);
        end += Math.max(0, count);
        return count;
    }

    void add(byte[] source, int offset, int length) {
        while (bytes.length - end < length) {
            makeRoom(length);
        }
        System.arraycopy(source, offset, bytes, end, length);
        end += length;
    }

    /** Goes to the next line that has its line feed. */
    boolean next() {
        while (true) {
            int feed = indexOfFeed();
            if (feed < 0) {
                passOverIfTooLong();
                return false;
            }
            from = start;
            to = feed > start && bytes[feed - 1] == '\r' ? feed - 1 : feed;
            start = feed + 1;
            searched = start;
            if (!passingOver) {
                return true;
            }
            passingOver = false;
        }
    }

    /** Goes to what came without a line feed. */
    boolean nextUnfinished() {
        if (start == end || passingOver) {
            return false;
        }
        from = start;
        to = end;
        start = end;
        searched = end;
        return true;
    }

    /** Forgets what came without a line feed; whether there was such. */
    boolean dropUnfinished() {
        boolean any = start < end || passingOver;
        start = end;
        searched = end;
        passingOver = false;
        return any;
    }

    /** Passes over everything up to the next line feed. */
    void dropToNextFeed() {
        start = end;
        searched = end;
        passingOver = true;
    }

    byte[] array() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** How many lines were too long. */
    long passedOver() {
        return passedOver;
    }

    private int indexOfFeed() {
        for (int i = searched; i < end; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        searched = end;
        return -1;
    }

    private void passOverIfTooLong() {
        if (end - start > LONGEST) {
            passedOver++;
            passingOver = true;
        }
        if (passingOver) {
            start = end;
            searched = end;
        }
    }

    private void makeRoom() {
        makeRoom(ROOM);
    }

    private void makeRoom(int least) {
        if (bytes.length - end >= least) {
            return;
        }
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
            end -= start;
            searched -= start;
            start = 0;
        }
        if (bytes.length - end < least) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + least));
        }
    }

    /** Where bytes come from, as in {@link java.io.InputStream#read(byte[], int, int)}. */
    @FunctionalInterface
    interface Input {
        int read(byte[] target, int offset, int length) throws IOException;
    }
}
