package io.pixsim.logging.http.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.transport.Shipment;
import io.pixsim.logging.http.wire.OutgoingEvents;
import io.pixsim.logging.http.wire.WireBuffer;

/**
 * Gives each event its id, and each request its own. The caller pays nothing for it: an event's number is its place in the
 * queue, and the id is written when the event is about to leave, before the brace that ends it. What is no JSON object
 * leaves as it is. For one thread.
 */
final class Stamp extends OutgoingEvents {

    private static final byte[] TEXT_OF_UID = ",\"event_uid\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int LEAST_OBJECT = "{}".length();
    private static final int MOST_DIGITS = 20;
    private static final int AS_IT_IS = -1;

    private final Batch batch;
    /** From the comma to the dash before an event's number, and then room for that. */
    private final byte[] id;

    private final int idLength;

    private Stamp(Batch batch) {
        this.batch = batch;
        byte[] origin = batch.origin().getBytes(StandardCharsets.US_ASCII);
        idLength = TEXT_OF_UID.length + origin.length + 1;
        id = Arrays.copyOf(TEXT_OF_UID, idLength + MOST_DIGITS + END.length);
        System.arraycopy(origin, 0, id, TEXT_OF_UID.length, origin.length);
        id[idLength - 1] = '-';
    }

    /** Ready to be sent; the same for the same events. */
    static Shipment shipment(Batch batch) {
        return new Shipment(batchId(batch), stamped(batch));
    }

    static List<byte[]> stamped(Batch batch) {
        return new Stamp(batch);
    }

    @Override
    public int size() {
        return batch.size();
    }

    @Override
    public byte[] get(int index) {
        byte[] event = batch.events().get(index);
        int brace = brace(event);
        if (brace == AS_IT_IS) {
            return event;
        }
        int length = idOf(batch.number(index));
        byte[] stamped = Arrays.copyOf(event, brace + length);
        System.arraycopy(id, 0, stamped, brace, length);
        return stamped;
    }

    @Override
    public int length(int index) {
        byte[] event = batch.events().get(index);
        int brace = brace(event);
        return brace == AS_IT_IS ? event.length : brace + idLength + digits(batch.number(index)) + END.length;
    }

    @Override
    public void write(int index, WireBuffer out) {
        byte[] event = batch.events().get(index);
        int brace = brace(event);
        if (brace == AS_IT_IS) {
            out.write(event, 0, event.length);
            return;
        }
        out.write(event, 0, brace);
        out.write(id, 0, idOf(batch.number(index)));
    }

    /** Where the brace is that ends an event without an id. */
    private static int brace(byte[] event) {
        int end = event.length;
        while (end > 0 && event[end - 1] == '\n') {
            end--;
        }
        boolean takesId = end > LEAST_OBJECT && event[0] == '{' && event[end - 1] == '}' && !isStamped(event, end);
        return takesId ? end - 1 : AS_IT_IS;
    }

    /** Completes the id, and gives its length, brace included. */
    private int idOf(long number) {
        int digits = digits(number);
        long rest = number;
        for (int at = idLength + digits - 1; at >= idLength; at--) {
            id[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        System.arraycopy(END, 0, id, idLength + digits, END.length);
        return idLength + digits + END.length;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** Sent before, and taken from the dead letters now. Within a text the quotes would not stand by themselves. */
    private static boolean isStamped(byte[] event, int end) {
        int comma = end - END.length;
        while (comma > 0 && event[comma] != ',') {
            comma--;
        }
        return event[end - END.length] == '"'
                && end - comma > TEXT_OF_UID.length
                && Arrays.equals(event, comma, comma + TEXT_OF_UID.length, TEXT_OF_UID, 0, TEXT_OF_UID.length);
    }

    /** First and last tell which events they are, as long as none is missing between; else their numbers are hashed. */
    static String batchId(Batch batch) {
        long first = batch.number(0);
        long last = batch.number(batch.size() - 1);
        String id = batch.origin() + "-" + first + "-" + last;
        if (last - first + 1 == batch.size()) {
            return id;
        }
        long hash = 0;
        for (int i = 0; i < batch.size(); i++) {
            hash = hash * 0x5DEECE66DL + batch.number(i) + 1;
        }
        return id + "-" + Long.toHexString(hash);
    }
}
