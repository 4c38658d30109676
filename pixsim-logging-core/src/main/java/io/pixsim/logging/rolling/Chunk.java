package io.pixsim.logging.rolling;

import java.util.Arrays;

import io.pixsim.logging.encode.Line;
import org.jspecify.annotations.Nullable;

/**
 * Lines one after another, and where each is to go. Filled by callers, under the lock of its backlog, then read by the
 * writer's thread alone.
 *
 * @param <T> where lines go
 */
public final class Chunk<T> {

    static final int USUAL_SIZE = 64 * 1024;

    private static final int USUAL_LINES = 256;

    private final byte[] bytes;
    private int[] ends = new int[USUAL_LINES];
    private @Nullable Object[] targets = new Object[USUAL_LINES];
    private long first;
    private int lines;
    private int done;

    Chunk(int size) {
        this.bytes = new byte[size];
    }

    boolean hasRoomFor(int length) {
        return bytes.length - end(lines - 1) >= length;
    }

    boolean isOfUsualSize() {
        return bytes.length == USUAL_SIZE;
    }

    void add(T target, Line line) {
        int start = end(lines - 1);
        line.copyTo(bytes, start);
        added(target, start + line.length());
    }

    void add(T target, byte[] line) {
        int start = end(lines - 1);
        System.arraycopy(line, 0, bytes, start, line.length);
        added(target, start + line.length);
    }

    private void added(T target, int end) {
        if (lines == ends.length) {
            ends = Arrays.copyOf(ends, 2 * lines);
            targets = Arrays.copyOf(targets, 2 * lines);
        }
        ends[lines] = end;
        targets[lines++] = target;
    }

    /** Before lines are added, of which the first has this number among all that ever came. */
    void begin(long number) {
        first = number;
    }

    void clear() {
        Arrays.fill(targets, 0, lines, null);
        lines = 0;
        done = 0;
    }

    long first() {
        return first;
    }

    int capacity() {
        return bytes.length;
    }

    /** {@return the lines that it holds, one after another from the beginning of the array} */
    public byte[] bytes() {
        return bytes;
    }

    /** {@return how many lines it holds} */
    public int lines() {
        return lines;
    }

    /**
     * Tells that lines were written, or counted as lost. Where none is left, others take their place.
     *
     * @param count how many more
     */
    public void done(int count) {
        done += count;
    }

    /** {@return how many lines are neither written nor lost} */
    public int left() {
        return lines - done;
    }

    /**
     * Where a line begins.
     *
     * @param line the line's number, from 0
     * @return the index of its first byte
     */
    public int start(int line) {
        return end(line - 1);
    }

    /**
     * Where a line ends.
     *
     * @param line the line's number, from 0
     * @return the index behind its line feed
     */
    public int end(int line) {
        return line < 0 ? 0 : ends[line];
    }

    /**
     * Where a line goes.
     *
     * @param line the line's number, from 0
     * @return what it was handed over with
     */
    @SuppressWarnings("unchecked")
    public T target(int line) {
        Object target = targets[line];
        if (target == null) {
            throw new IndexOutOfBoundsException("line >= " + lines + ": " + line);
        }
        return (T) target;
    }
}
