package io.pixsim.logging.benchmarks;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.LongAdder;

/**
 * A stream to nowhere that knows how many lines went there. Most writes are one line, and looking at their last byte costs
 * next to nothing; only what is long enough for two is searched, since Log4j may write the lines of two threads at once.
 * For many threads.
 */
final class CountingStream extends OutputStream implements WritableByteChannel {

    private final LongAdder lines = new LongAdder();
    private volatile int usualLength;

    long lines() {
        return lines.sum();
    }

    @Override
    public void write(int b) {
        if (b == '\n') {
            lines.increment();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int usual = usualLength;
        if (length > usual + usual / 2) {
            search(bytes, from, length);
        } else if (length > 0 && bytes[from + length - 1] == '\n') {
            lines.increment();
        }
    }

    private void search(byte[] bytes, int from, int length) {
        int found = 0;
        for (int i = from; i < from + length; i++) {
            found += bytes[i] == '\n' ? 1 : 0;
        }
        lines.add(found);
        if (found > 0) {
            usualLength = length / found;
        }
    }

    @Override
    public int write(ByteBuffer bytes) {
        int length = bytes.remaining();
        if (length > 0 && bytes.get(bytes.limit() - 1) == '\n') {
            lines.increment();
        }
        bytes.position(bytes.limit());
        return length;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
