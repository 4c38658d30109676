package io.pixsim.logging.http.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Events in a row, packed: about a sixth of their size. */
final class PackedBlock {

    private final byte[] packed;
    private final int[] lengths;

    PackedBlock(List<byte[]> events, BlockCodec codec) {
        lengths = events.stream().mapToInt(event -> event.length).toArray();
        byte[] joined = new byte[joinedLength()];
        int at = 0;
        for (byte[] event : events) {
            System.arraycopy(event, 0, joined, at, event.length);
            at += event.length;
        }
        packed = codec.pack(joined, joined.length);
    }

    /** The room that it takes. */
    long bytes() {
        return packed.length + (long) Integer.BYTES * lengths.length;
    }

    Deque<byte[]> events() {
        byte[] joined = BlockCodec.unpack(packed, joinedLength());
        Deque<byte[]> events = new ArrayDeque<>(lengths.length);
        int at = 0;
        for (int length : lengths) {
            byte[] event = new byte[length];
            System.arraycopy(joined, at, event, 0, length);
            events.add(event);
            at += length;
        }
        return events;
    }

    private int joinedLength() {
        int joined = 0;
        for (int length : lengths) {
            joined += length;
        }
        return joined;
    }
}
