package io.pixsim.logging.http.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Appends records to one new segment. Not through a channel: a thread that is interrupted would close that. What could not
 * be written as a whole is cut off again.
 */
final class SegmentWriter implements AutoCloseable {

    private final RandomAccessFile out;
    private byte[] bytes = new byte[1 << 16];
    private long size;
    private volatile boolean dirty;

    SegmentWriter(Path file, String origin) throws IOException {
        out = new RandomAccessFile(file.toFile(), "rw");
        try {
            out.setLength(0);
            out.write(SegmentFormat.header(origin));
            size = SegmentFormat.HEADER_BYTES;
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    void append(long[] numbers, List<byte[]> events) throws IOException {
        int length = events.stream().mapToInt(SegmentFormat::recordLength).sum();
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i < numbers.length; i++) {
            SegmentFormat.writeRecord(buffer, numbers[i], events.get(i));
        }
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            out.setLength(size);
            throw e;
        }
        size += length;
        dirty = true;
    }

    long size() {
        return size;
    }

    /** Waits until the disk has what was written; any thread may call it, and the file stays open until all are done. */
    synchronized void sync() throws IOException {
        if (dirty) {
            dirty = false;
            out.getFD().sync();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
