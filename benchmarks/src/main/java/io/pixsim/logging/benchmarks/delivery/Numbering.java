package io.pixsim.logging.benchmarks.delivery;

import java.nio.charset.StandardCharsets;

/** The number that an event carries within one of its texts, where each format writes it as it is. */
final class Numbering {

    static final String MARK = "pv_job_";
    static final int DIGITS = 8;
    /** Numbers go up to this one. */
    static final int MOST = 10_000_000;

    private static final byte[] MARK_BYTES = MARK.getBytes(StandardCharsets.US_ASCII);
    /** What is looked through again before the place where the next mark is expected. */
    private static final int SLACK = 96;

    private Numbering() {}

    static String text(int number) {
        return MARK.concat(String.valueOf(MOST + number));
    }

    /**
     * Finds the numbers in bytes, and jumps from each to where the next one may be, going by the least distance so far.
     *
     * @return where the last one ended; 0 when there is none
     */
    static int read(byte[] bytes, int length, Found found) {
        int end = 0;
        int before = -1;
        int stride = Integer.MAX_VALUE;
        int at = find(bytes, 0, length);
        while (at >= 0) {
            end = at + MARK_BYTES.length + DIGITS;
            found.at(number(bytes, at + MARK_BYTES.length), end);
            stride = before < 0 ? stride : Math.min(stride, at - before);
            int next = before < 0 ? end : at + stride - SLACK;
            before = at;
            at = find(bytes, Math.max(end, next), length);
        }
        return end;
    }

    private static int find(byte[] bytes, int from, int length) {
        int last = length - MARK_BYTES.length - DIGITS;
        for (int i = from; i <= last; i++) {
            if (bytes[i] == 'p' && bytes[i + 1] == 'v' && isMark(bytes, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isMark(byte[] bytes, int at) {
        for (int i = 2; i < MARK_BYTES.length; i++) {
            if (bytes[at + i] != MARK_BYTES[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int from) {
        int number = 0;
        for (int i = from; i < from + DIGITS; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number - MOST;
    }

    /** Is told of each number. */
    interface Found {
        void at(int number, int end);
    }
}
