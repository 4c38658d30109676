package io.pixsim.logging.test.conformance;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Holds what is written up to a limit, and counts the rest. Safe for use by many threads. */
final class BoundedOutput extends OutputStream {

    private final int limit;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long written;

    BoundedOutput(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        held.write(bytes, from, Math.min(length, limit - held.size()));
        written += length;
    }

    synchronized long written() {
        return written;
    }

    synchronized byte[] held() {
        return held.toByteArray();
    }
}
