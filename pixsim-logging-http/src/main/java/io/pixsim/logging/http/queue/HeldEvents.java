package io.pixsim.logging.http.queue;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;

/**
 * The events of a batch: some as they are, others in packed blocks, of which the one that was read last is unpacked. To be
 * read by one thread at a time.
 */
final class HeldEvents extends AbstractList<byte[]> implements RandomAccess {

    private final byte[][] loose;
    /** Where the events are that are not loose. */
    private final @Nullable PackedBlock[] blocks;
    /** The place of each event in its block. */
    private final int[] places;

    private int size;
    private long bytes;
    private boolean holdsPacked;
    private @Nullable PackedBlock unpackedBlock;
    private byte[] unpacked = new byte[0];

    HeldEvents(int most) {
        loose = new byte[most][];
        blocks = new PackedBlock[most];
        places = new int[most];
    }

    static HeldEvents of(List<byte[]> events) {
        HeldEvents held = new HeldEvents(events.size());
        events.forEach(held::addLoose);
        return held;
    }

    /** Whether one more may join them; the first one always may. */
    boolean fits(int length, long mostBytes) {
        return size == 0 || bytes + length <= mostBytes;
    }

    void addLoose(byte[] event) {
        loose[size++] = event;
        bytes += event.length;
    }

    void addPacked(PackedBlock block, int place) {
        blocks[size] = block;
        places[size++] = place;
        holdsPacked = true;
        bytes += block.length(place);
    }

    @Override
    public int size() {
        return size;
    }

    /** What they have together when they are unpacked. */
    long bytes() {
        return bytes;
    }

    @Override
    public byte[] get(int index) {
        PackedBlock block = blocks[index];
        if (block == null) {
            return loose[index];
        }
        int start = block.start(places[index]);
        return Arrays.copyOfRange(unpacked(block), start, start + block.length(places[index]));
    }

    /** An array in which the event is; valid until another one is asked for. */
    byte[] array(int index) {
        PackedBlock block = blocks[index];
        return block == null ? loose[index] : unpacked(block);
    }

    int start(int index) {
        PackedBlock block = blocks[index];
        return block == null ? 0 : block.start(places[index]);
    }

    int length(int index) {
        PackedBlock block = blocks[index];
        return block == null ? loose[index].length : block.length(places[index]);
    }

    private byte[] unpacked(PackedBlock block) {
        if (block != unpackedBlock) {
            unpacked = block.unpacked(unpacked);
            unpackedBlock = block;
        }
        return unpacked;
    }

    HeldEvents part(int from, int to) {
        HeldEvents part = new HeldEvents(to - from);
        for (int i = from; i < to; i++) {
            addTo(part, i);
        }
        return part;
    }

    HeldEvents pick(List<Integer> indexes) {
        HeldEvents picked = new HeldEvents(indexes.size());
        indexes.forEach(index -> addTo(picked, index));
        return picked;
    }

    private void addTo(HeldEvents other, int index) {
        PackedBlock block = blocks[index];
        if (block == null) {
            other.addLoose(loose[index]);
        } else {
            other.addPacked(block, places[index]);
        }
    }

    /** They are settled; gives the room that this frees. */
    long settle() {
        if (!holdsPacked) {
            return bytes;
        }
        long freed = 0;
        for (int i = 0; i < size; i++) {
            PackedBlock block = blocks[i];
            freed += block == null ? loose[i].length : block.settleOne();
        }
        return freed;
    }
}
