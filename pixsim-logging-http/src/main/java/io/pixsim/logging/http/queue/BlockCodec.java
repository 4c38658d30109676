package io.pixsim.logging.http.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs bytes that repeat themselves, as log events do, quickly: in the block format of LZ4. A block is a row of
 * sequences: a token with the two lengths, bytes to be taken as they are, how far back to go from there, and how many
 * bytes to repeat from there; the last one ends after the bytes. Not safe for use by many threads.
 */
final class BlockCodec {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int LEAST_MATCH = 4;
    private static final int LAST_LITERALS = 5;
    private static final int NO_MATCH_IN_LAST = 12;
    private static final int FARTHEST = 0xFFFF;
    private static final int LENGTH_IN_TOKEN = 15;
    private static final int TABLE_BITS = 13;
    private static final int HASH_FACTOR = -1640531535;
    private static final int SKIP_SHIFT = 6;

    private final int[] places = new int[1 << TABLE_BITS];
    private byte[] out = new byte[0];
    private int end;

    /** The most bytes that so many may become when nothing in them repeats. */
    private static int mostPacked(int length) {
        return length + length / 255 + 16;
    }

    byte[] pack(byte[] source, int length) {
        if (out.length < mostPacked(length)) {
            out = new byte[mostPacked(length)];
        }
        Arrays.fill(places, -1);
        end = 0;
        int literals = 0;
        int at = 0;
        while (at < length - NO_MATCH_IN_LAST) {
            int word = (int) INT.get(source, at);
            int slot = (word * HASH_FACTOR) >>> (Integer.SIZE - TABLE_BITS);
            int before = places[slot];
            places[slot] = at;
            if (before < 0 || at - before > FARTHEST || (int) INT.get(source, before) != word) {
                // The longer nothing repeats, the less it is looked for.
                at += 1 + ((at - literals) >> SKIP_SHIFT);
                continue;
            }
            int match = matchLength(source, before, at, length - LAST_LITERALS);
            write(source, literals, at - literals, at - before, match);
            at += match;
            literals = at;
        }
        write(source, literals, length - literals, 0, 0);
        return Arrays.copyOf(out, end);
    }

    private static int matchLength(byte[] source, int before, int at, int limit) {
        int match = LEAST_MATCH;
        while (at + match + Long.BYTES <= limit) {
            long difference = (long) LONG.get(source, at + match) ^ (long) LONG.get(source, before + match);
            if (difference != 0) {
                return match + (Long.numberOfTrailingZeros(difference) >> 3);
            }
            match += Long.BYTES;
        }
        return match;
    }

    private void write(byte[] source, int from, int literals, int back, int match) {
        int repeats = match == 0 ? 0 : match - LEAST_MATCH;
        out[end++] = (byte) (Math.min(literals, LENGTH_IN_TOKEN) << 4 | Math.min(repeats, LENGTH_IN_TOKEN));
        writeLength(literals);
        System.arraycopy(source, from, out, end, literals);
        end += literals;
        if (match > 0) {
            out[end++] = (byte) back;
            out[end++] = (byte) (back >> 8);
            writeLength(repeats);
        }
    }

    private void writeLength(int length) {
        if (length < LENGTH_IN_TOKEN) {
            return;
        }
        int left = length - LENGTH_IN_TOKEN;
        while (left >= 255) {
            out[end++] = (byte) 255;
            left -= 255;
        }
        out[end++] = (byte) left;
    }

    /** Unpacks what {@link #pack} gave. */
    static byte[] unpack(byte[] packed, int length) {
        byte[] source = new byte[length];
        int at = 0;
        int from = 0;
        while (from < packed.length) {
            int token = packed[from++] & 0xFF;
            int literals = token >> 4;
            if (literals == LENGTH_IN_TOKEN) {
                int more;
                do {
                    more = packed[from++] & 0xFF;
                    literals += more;
                } while (more == 255);
            }
            System.arraycopy(packed, from, source, at, literals);
            from += literals;
            at += literals;
            if (from == packed.length) {
                break;
            }
            int back = (packed[from] & 0xFF) | ((packed[from + 1] & 0xFF) << 8);
            from += 2;
            int match = token & 0xF;
            if (match == LENGTH_IN_TOKEN) {
                int more;
                do {
                    more = packed[from++] & 0xFF;
                    match += more;
                } while (more == 255);
            }
            at = repeat(source, at, back, match + LEAST_MATCH);
        }
        return source;
    }

    /** What is repeated may reach into itself: then it grows with each round. */
    private static int repeat(byte[] bytes, int at, int back, int length) {
        int from = at - back;
        int left = length;
        int to = at;
        while (left > 0) {
            int part = Math.min(left, to - from);
            System.arraycopy(bytes, from, bytes, to, part);
            to += part;
            left -= part;
        }
        return to;
    }
}
