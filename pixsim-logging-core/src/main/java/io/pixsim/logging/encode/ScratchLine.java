package io.pixsim.logging.encode;

import java.io.IOException;
import java.io.OutputStream;

/** A line in the buffer that it was written to. */
final class ScratchLine extends Line {

    private final Scratch scratch;

    ScratchLine(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public int length() {
        return scratch.out.size();
    }

    @Override
    public void copyTo(byte[] target, int at) {
        scratch.out.copyTo(target, at);
    }

    @Override
    public void writeTo(OutputStream stream) throws IOException {
        scratch.out.writeTo(stream);
    }

    @Override
    public byte[] lines() {
        return scratch.out.toByteArray();
    }

    @Override
    public byte[] batch() {
        if (isSameInBatch()) {
            return lines();
        }
        return BatchLine.of(
                scratch.out.buffer, scratch.out.size(), scratch.writer.marks(), scratch.keys(), scratch::isTaken);
    }

    @Override
    public KeptLine keep() {
        byte[] line = lines();
        return new KeptLine(line, isSameInBatch() ? line : batch());
    }

    private boolean isSameInBatch() {
        return scratch.writer.marks().isEmpty();
    }
}
