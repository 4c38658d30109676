package io.pixsim.logging.encode;

import java.io.IOException;
import java.io.OutputStream;

/** A line as bytes of its own, in both forms that it is read in. Immutable. */
public final class KeptLine extends Line {

    private final byte[] line;
    private final byte[] inBatch;

    KeptLine(byte[] line, byte[] inBatch) {
        this.line = line;
        this.inBatch = inBatch;
    }

    /**
     * How much memory it takes.
     *
     * @return bytes, objects not counted
     */
    public int heldBytes() {
        return inBatch == line ? line.length : line.length + inBatch.length;
    }

    @Override
    public int length() {
        return line.length;
    }

    @Override
    public void copyTo(byte[] target, int at) {
        System.arraycopy(line, 0, target, at, line.length);
    }

    @Override
    public void writeTo(OutputStream stream) throws IOException {
        stream.write(line);
    }

    @Override
    public byte[] lines() {
        return line.clone();
    }

    @Override
    public byte[] batch() {
        return inBatch.clone();
    }

    @Override
    public KeptLine keep() {
        return this;
    }
}
