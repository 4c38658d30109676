package io.pixsim.logging.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/**
 * One encoded event, ready for every sink that takes JSON: written once, read by as many as there are. It is valid only
 * while it is handed over, on that thread; who needs it longer takes a copy.
 */
public abstract class Line {

    Line() {}

    /**
     * How long the line for people and files is.
     *
     * @return bytes, its line feed included
     */
    public abstract int length();

    /**
     * Copies the line for people and files, its line feed included.
     *
     * @param target where to; has room for {@link #length} bytes
     * @param at where it begins there
     */
    public abstract void copyTo(byte[] target, int at);

    /**
     * Writes the line for people and files, its line feed included, without a copy.
     *
     * @param stream where it goes
     * @throws IOException when the stream throws it
     */
    public abstract void writeTo(OutputStream stream) throws IOException;

    /**
     * Copies the line for people and files.
     *
     * @return UTF-8: one JSON object and a line feed
     */
    public abstract byte[] lines();

    /**
     * Copies the line as it stands in a batch for the ingest endpoint.
     *
     * @return UTF-8: one JSON object and a line feed
     */
    public abstract byte[] batch();

    /**
     * The same line for all who want it for people and files.
     *
     * @param batch makes the line as it stands in a batch, each time it is wanted
     * @return valid as long as this one
     */
    public final Line withBatch(Supplier<byte[]> batch) {
        return new RespelledLine(this, batch);
    }

    /**
     * A copy that stays valid.
     *
     * @return the same line, immutable
     */
    public abstract KeptLine keep();
}
