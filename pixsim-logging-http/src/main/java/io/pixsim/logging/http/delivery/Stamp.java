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

    /** Of numbers from here on, and below that: those of a batch rise, and are asked for several times each. */
    private int digits = 1;

    private long digitsFrom;
    private long digitsBelow = 10;

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
        int brace = brace(event, 0, event.length);
        if (brace == AS_IT_IS) {
            return event;
        }
        int length = idOf(batch.number(index));
        byte[] stamped = Arrays.copyOf(event, brace + length);
        System.arraycopy(id, 0, stamped, brace, length);
        return stamped;
    }

    /** As if each took an id, so that none has to be looked at before it is written. */
    @Override
    public long bytes() {
        long bytes = batch.bytes();
        for (int i = 0; i < batch.size(); i++) {
            bytes += mostAdded(batch.number(i));
        }
        return bytes;
    }

    @Override
    public void write(int index, WireBuffer out) {
        byte[] array = batch.array(index);
        int start = batch.start(index);
        int length = batch.length(index);
        int before = out.size();
        int brace = brace(array, start, start + length);
        if (brace == AS_IT_IS) {
            out.write(array, start, length);
        } else {
            out.write(array, start, brace - start);
            out.write(id, 0, idOf(batch.number(index)));
        }
        out.pad(length + mostAdded(batch.number(index)) - (out.size() - before));
    }

    /** Where the brace is that ends an event without an id. */
    private static int brace(byte[] bytes, int start, int after) {
        int end = after;
        while (end > start && bytes[end - 1] == '\n') {
            end--;
        }
        boolean takesId = end - start > LEAST_OBJECT
                && bytes[start] == '{'
                && bytes[end - 1] == '}'
                && !isStamped(bytes, start, end);
        return takesId ? end - 1 : AS_IT_IS;
    }

    /** The id takes the place of the brace. */
    private int mostAdded(long number) {
        return idLength + digits(number) + END.length - 1;
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

    private int digits(long number) {
        if (number < digitsFrom || number >= digitsBelow) {
            countDigits(number);
        }
        return digits;
    }

    private void countDigits(long number) {
        digits = 1;
        digitsFrom = 0;
        digitsBelow = 10;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
            digitsFrom = digitsBelow;
            digitsBelow *= 10; // beyond the largest numbers of all, and then each is counted anew
        }
    }

    /** Sent before, and taken from the dead letters now. Within a text the quotes would not stand by themselves. */
    private static boolean isStamped(byte[] bytes, int start, int end) {
        int comma = end - END.length;
        while (comma > start && bytes[comma] != ',') {
            comma--;
        }
        return bytes[end - END.length] == '"'
                && end - comma > TEXT_OF_UID.length
                && Arrays.equals(bytes, comma, comma + TEXT_OF_UID.length, TEXT_OF_UID, 0, TEXT_OF_UID.length);
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
