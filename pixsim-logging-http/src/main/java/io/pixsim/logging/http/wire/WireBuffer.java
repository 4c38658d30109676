package io.pixsim.logging.http.wire;

import java.util.Arrays;

/**
 * Bytes that grow, used again for each batch. Reading and writing is for one thread; what {@link #array} gives is valid
 * until the next change.
 */
public final class WireBuffer {

    /** What one huge batch needed is not kept for the many small ones after it. */
    private static final int MOST_KEPT = 5 << 20;

    private static final int FIRST = 16 * 1024;

    private byte[] bytes = new byte[FIRST];
    private int size;

    /** An empty buffer. */
    public WireBuffer() {}

    /** Forgets what is in it. */
    public void clear() {
        size = 0;
        if (bytes.length > MOST_KEPT) {
            bytes = new byte[FIRST];
        }
    }

    /**
     * How much is in it.
     *
     * @return bytes
     */
    public int size() {
        return size;
    }

    /**
     * What is in it, from the first byte on.
     *
     * @return an array of at least {@link #size} bytes; not a copy
     */
    public byte[] array() {
        return bytes;
    }

    /**
     * Makes room behind what is in it.
     *
     * @param more how many bytes
     * @return an array with so much room from {@link #size} on; not a copy
     */
    public byte[] reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + bytes.length / 2));
        }
        return bytes;
    }

    /**
     * Takes in what was written behind {@link #size}.
     *
     * @param more how many bytes
     */
    public void advance(int more) {
        size += more;
    }

    void write(int b) {
        reserve(1)[size] = (byte) b;
        size++;
    }

    /**
     * Adds blanks.
     *
     * @param count how many
     */
    public void pad(int count) {
        Arrays.fill(reserve(count), size, size + count, (byte) ' ');
        size += count;
    }

    void write(byte[] source) {
        write(source, 0, source.length);
    }

    /**
     * Adds bytes.
     *
     * @param source where they are
     * @param from the first of them
     * @param length how many
     */
    public void write(byte[] source, int from, int length) {
        System.arraycopy(source, from, reserve(length), size, length);
        size += length;
    }

    /** Moves what was written from a place on, to make a gap there. */
    void open(int at, int gap) {
        reserve(gap);
        System.arraycopy(bytes, at, bytes, at + gap, size - at);
        size += gap;
    }

    /** Closes up over one byte. */
    void remove(int at) {
        size--;
        System.arraycopy(bytes, at + 1, bytes, at, size - at);
    }

    void set(int at, int b) {
        bytes[at] = (byte) b;
    }

    /** Forgets what was written from a place on. */
    void cut(int at) {
        size = at;
    }
}
