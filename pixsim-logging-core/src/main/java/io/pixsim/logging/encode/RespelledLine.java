package io.pixsim.logging.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/** A line whose event is spelled otherwise in a batch, and encoded for that only when a batch wants it. */
final class RespelledLine extends Line {

    private final Line line;
    private final Supplier<byte[]> inBatch;

    RespelledLine(Line line, Supplier<byte[]> inBatch) {
        this.line = line;
        this.inBatch = inBatch;
    }

    @Override
    public int length() {
        return line.length();
    }

    @Override
    public void copyTo(byte[] target, int at) {
        line.copyTo(target, at);
    }

    @Override
    public void writeTo(OutputStream stream) throws IOException {
        line.writeTo(stream);
    }

    @Override
    public byte[] lines() {
        return line.lines();
    }

    @Override
    public byte[] batch() {
        return inBatch.get();
    }

    @Override
    public KeptLine keep() {
        return new KeptLine(lines(), batch());
    }
}
