package io.pixsim.logging.http.queue;

import java.util.List;

/** Events in a row, packed. They hold their room together, until the last of them is settled. */
final class PackedBlock {

    private final byte[] packed;
    /** Where each event ends among all of them. */
    private final int[] ends;

    private int unsettled;

    PackedBlock(List<byte[]> events, BlockCodec codec) {
        ends = new int[events.size()];
        unsettled = ends.length;
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += events.get(i).length;
            ends[i] = end;
        }
        byte[] joined = new byte[end];
        for (int i = 0; i < ends.length; i++) {
            System.arraycopy(events.get(i), 0, joined, start(i), length(i));
        }
        packed = codec.pack(joined, end);
    }

    int size() {
        return ends.length;
    }

    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int length(int index) {
        return ends[index] - start(index);
    }

    /** The bytes of all events: in the given array when it is large enough, else in a new one. */
    byte[] unpacked(byte[] reused) {
        int length = ends[ends.length - 1];
        byte[] all = reused.length < length ? new byte[length] : reused;
        BlockCodec.unpack(packed, all, length);
        return all;
    }

    /** The room that it takes. */
    long bytes() {
        return packed.length + (long) Integer.BYTES * ends.length;
    }

    /** One more of its events is settled; gives the room that this frees. */
    long settleOne() {
        unsettled--;
        return unsettled == 0 ? bytes() : 0;
    }
}
