package io.pixsim.logging.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One encoded event, ready for every sink that takes JSON: written once, read by as many as there are. It is valid only
 * while it is handed over, on that thread; who needs it longer takes a copy.
 */
public final class Line {

    private static final byte[] REPLAYED = JsonWriter.ascii(",\"replayed\":true}\n");
    private static final int END = "}\n".length();

    private final @Nullable Scratch scratch;
    private final byte @Nullable [] kept;
    private final byte @Nullable [] keptBatch;

    Line(Scratch scratch) {
        this.scratch = scratch;
        this.kept = null;
        this.keptBatch = null;
    }

    private Line(byte[] lines, byte[] batch) {
        this.scratch = null;
        this.kept = lines;
        this.keptBatch = batch;
    }

    /**
     * How long the line for people and files is.
     *
     * @return bytes, its line feed included
     */
    public int length() {
        return kept != null ? kept.length : written().out.size();
    }

    /**
     * Copies the line for people and files, its line feed included.
     *
     * @param target where to; has room for {@link #length} bytes
     * @param at where it begins there
     */
    public void copyTo(byte[] target, int at) {
        if (kept != null) {
            System.arraycopy(kept, 0, target, at, kept.length);
        } else {
            written().out.copyTo(target, at);
        }
    }

    /**
     * Writes the line for people and files, its line feed included, without a copy.
     *
     * @param stream where it goes
     * @throws IOException when the stream throws it
     */
    public void writeTo(OutputStream stream) throws IOException {
        if (kept != null) {
            stream.write(kept);
        } else {
            written().out.writeTo(stream);
        }
    }

    /**
     * Copies the line for people and files.
     *
     * @return UTF-8: one JSON object and a line feed
     */
    public byte[] lines() {
        return kept != null ? kept.clone() : written().out.toByteArray();
    }

    /**
     * Copies the line as it stands in a batch for the ingest endpoint.
     *
     * @return UTF-8: one JSON object and a line feed
     */
    public byte[] batch() {
        if (keptBatch != null) {
            return keptBatch.clone();
        }
        byte[] line = lines();
        Scratch of = written();
        return of.writer.marks().isEmpty() ? line : BatchLine.of(line, of.writer.marks(), of.keys(), of::isTaken);
    }

    /**
     * A copy that stays valid, and says {@code "replayed":true}: for an event that is written later than it was logged.
     *
     * @return the copy
     */
    public Line replayed() {
        byte[] line = replayed(lines());
        boolean same = kept == null && written().writer.marks().isEmpty();
        return new Line(line, same ? line : replayed(batch()));
    }

    private Scratch written() {
        return Objects.requireNonNull(scratch);
    }

    private static byte[] replayed(byte[] line) {
        byte[] marked = Arrays.copyOf(line, line.length - END + REPLAYED.length);
        System.arraycopy(REPLAYED, 0, marked, line.length - END, REPLAYED.length);
        return marked;
    }
}
