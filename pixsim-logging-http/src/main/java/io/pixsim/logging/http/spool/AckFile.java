package io.pixsim.logging.http.spool;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/**
 * Up to where an endpoint has confirmed the events of one origin. Two slots, written in turn, each with a counter and a
 * checksum: the better one counts, so a write that is cut off costs the last step only.
 */
final class AckFile implements AutoCloseable {

    static final String SUFFIX = ".ack";

    private static final int SLOT_BYTES = Long.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;

    private final RandomAccessFile file;
    private long counter;

    AckFile(Path path) throws IOException {
        this(new RandomAccessFile(path.toFile(), "rw"));
    }

    private AckFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Reads one that may not be there, and does not make it. */
    static Position peek(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Position.START;
        }
        try (AckFile acks = new AckFile(new RandomAccessFile(path.toFile(), "r"))) {
            return acks.read();
        }
    }

    Position read() throws IOException {
        Slot first = slot(0);
        Slot second = slot(1);
        Slot latest = second == null || (first != null && first.counter > second.counter) ? first : second;
        if (latest == null) {
            return Position.START;
        }
        counter = latest.counter;
        return latest.position;
    }

    private @Nullable Slot slot(int index) throws IOException {
        byte[] bytes = new byte[SLOT_BYTES];
        try {
            file.seek((long) index * SLOT_BYTES);
            file.readFully(bytes);
        } catch (EOFException e) {
            return null;
        }
        ByteBuffer slot = ByteBuffer.wrap(bytes);
        long count = slot.getLong();
        Position position = new Position(slot.getInt(), slot.getLong());
        return slot.getInt() == checksum(bytes) ? new Slot(count, position) : null;
    }

    void write(Position position) throws IOException {
        counter++;
        ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
        slot.putLong(counter).putInt(position.segment()).putLong(position.offset());
        slot.putInt(checksum(slot.array()));
        file.seek(counter % 2 * SLOT_BYTES);
        file.write(slot.array());
    }

    private static int checksum(byte[] slot) {
        CRC32C checksum = new CRC32C();
        checksum.update(slot, 0, SLOT_BYTES - Integer.BYTES);
        return (int) checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private record Slot(long counter, Position position) {}
}
