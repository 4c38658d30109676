package io.pixsim.logging.http.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Events that wait in packed blocks, oldest first. */
final class PackedEvents {

    private final BlockCodec codec = new BlockCodec();
    private final Deque<PackedBlock> blocks = new ArrayDeque<>();
    /** How many events of the first block were taken. */
    private int takenOfBlock;

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Packs events that come after all others; gives the room that they take now. */
    long add(List<byte[]> events) {
        PackedBlock block = new PackedBlock(events, codec);
        blocks.add(block);
        return block.bytes();
    }

    /** Takes the oldest ones, as many as fit. */
    void moveTo(HeldEvents events, long most, long mostBytes) {
        while (!blocks.isEmpty() && events.size() < most) {
            PackedBlock block = blocks.element();
            if (!events.fits(block.length(takenOfBlock), mostBytes)) {
                return;
            }
            events.addPacked(block, takenOfBlock++);
            if (takenOfBlock == block.size()) {
                blocks.remove();
                takenOfBlock = 0;
            }
        }
    }

    void clear() {
        blocks.clear();
    }
}
