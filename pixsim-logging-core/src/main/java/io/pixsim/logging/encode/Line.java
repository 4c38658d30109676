package io.pixsim.logging.encode;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One encoded event, ready for every sink that takes JSON: written once, read by as many as there are. It is valid only
 * while it is handed over, on that thread; who needs it longer takes a copy.
 */
public final class Line {

    private final Scratch scratch;

    Line(Scratch scratch) {
        this.scratch = scratch;
    }

    /**
     * How long the line for people and files is.
     *
     * @return bytes, its line feed included
     */
    public int length() {
        return scratch.out.size();
    }

    /**
     * Copies the line for people and files, its line feed included.
     *
     * @param target where to; has room for {@link #length} bytes
     * @param at where it begins there
     */
    public void copyTo(byte[] target, int at) {
        scratch.out.copyTo(target, at);
    }

    /**
     * Writes the line for people and files, its line feed included, without a copy.
     *
     * @param stream where it goes
     * @throws IOException when the stream throws it
     */
    public void writeTo(OutputStream stream) throws IOException {
        scratch.out.writeTo(stream);
    }

    /**
     * Copies the line for people and files.
     *
     * @return UTF-8: one JSON object and a line feed
     */
    public byte[] lines() {
        return scratch.out.toByteArray();
    }

    /**
     * Copies the line as it stands in a batch for the ingest endpoint.
     *
     * @return UTF-8: one JSON object and a line feed
     */
    public byte[] batch() {
        byte[] line = lines();
        return scratch.writer.marks().isEmpty()
                ? line
                : BatchLine.of(line, scratch.writer.marks(), scratch.keys(), scratch::isTaken);
    }
}
