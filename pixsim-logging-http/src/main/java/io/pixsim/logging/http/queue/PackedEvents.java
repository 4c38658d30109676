package io.pixsim.logging.http.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Events that wait in packed blocks, oldest first; the block that is taken from is unpacked. */
final class PackedEvents {

    private final BlockCodec codec = new BlockCodec();
    private final Deque<PackedBlock> blocks = new ArrayDeque<>();
    private final Deque<byte[]> unpacked = new ArrayDeque<>();

    boolean isEmpty() {
        return blocks.isEmpty() && unpacked.isEmpty();
    }

    /** Packs events that come after all others; gives how many bytes that saves. */
    long add(List<byte[]> events) {
        PackedBlock block = new PackedBlock(events, codec);
        blocks.add(block);
        return bytes(events) - block.bytes();
    }

    /** Unpacks the next block when none is; gives how many bytes that saves, which is less than none. */
    long unpackNext() {
        if (!unpacked.isEmpty()) {
            return 0;
        }
        PackedBlock block = blocks.remove();
        unpacked.addAll(block.events());
        return block.bytes() - bytes(unpacked);
    }

    byte[] peek() {
        return unpacked.element();
    }

    void remove() {
        unpacked.remove();
    }

    void clear() {
        blocks.clear();
        unpacked.clear();
    }

    private static long bytes(Iterable<byte[]> events) {
        long bytes = 0;
        for (byte[] event : events) {
            bytes += event.length;
        }
        return bytes;
    }
}
