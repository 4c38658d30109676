package io.pixsim.logging.http.wire;

import java.util.List;

/** A way to write events, and to read what an endpoint makes of them. For one thread, as the batches that it writes. */
public interface WireFormat {

    /** A length that nobody knows yet. */
    long UNKNOWN = -1;

    /**
     * What a body is sent as.
     *
     * @return the media type
     */
    String mediaType();

    /**
     * Whether endpoints of this format are known to take gzip.
     *
     * @return true when all of them do
     */
    boolean packsWell();

    /**
     * Writes a batch.
     *
     * @param events finished events, at least one: each a JSON object
     * @param out gets the body
     */
    void write(List<byte[]> events, WireBuffer out);

    /**
     * How long the body of a batch is.
     *
     * @param events finished events, at least one
     * @return bytes; {@link #UNKNOWN} when that takes writing it
     */
    default long length(List<byte[]> events) {
        return UNKNOWN;
    }

    /**
     * Writes a part of a batch, so that a large one needs no large buffer. Only where {@link #length} is known.
     *
     * @param events finished events, at least one
     * @param from the first event of the part; with 0 comes what stands before the events, with the last one what ends them
     * @param enough the part ends with the event that makes it so many bytes long
     * @param out gets the part
     * @return the first event of the next part; how many there are when this was the last
     */
    default int writePart(List<byte[]> events, int from, int enough, WireBuffer out) {
        throw new UnsupportedOperationException();
    }

    /**
     * What a yes means.
     *
     * @param events what was sent
     * @param body what the endpoint said
     * @return what was stored
     */
    Receipt receipt(List<byte[]> events, AnswerBody body);

    /**
     * Whether a no is one of an endpoint of this format. Otherwise something between may have misunderstood the request,
     * and the events may well be good.
     *
     * @param body what was said
     * @return whether an endpoint of this format says it so
     */
    boolean isOwn(AnswerBody body);

    /**
     * What a no says.
     *
     * @param body what the endpoint said
     * @return short, without control characters; empty when it said nothing
     */
    default String complaint(AnswerBody body) {
        return Excerpt.of(body.text());
    }

    /**
     * How much of an answer is worth reading.
     *
     * @param events how many events were sent
     * @return bytes
     */
    default long mostAnswerBytes(int events) {
        return 64 * 1024;
    }
}
