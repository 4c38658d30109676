package io.pixsim.logging.http.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.transport.Shipment;

/**
 * Gives each event its id, and each request its own. The caller pays nothing for it: an event's number is its place in the
 * queue, and the id is written into the finished bytes when they are about to leave, before the brace that ends them. What
 * is no JSON object leaves as it is.
 */
final class Stamp {

    private static final byte[] TEXT_OF_UID = ",\"event_uid\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int LEAST_OBJECT = "{}".length();

    private Stamp() {}

    /** Ready to be sent; the same for the same events. */
    static Shipment shipment(Batch batch) {
        return new Shipment(batchId(batch), stamped(batch));
    }

    static List<byte[]> stamped(Batch batch) {
        byte[] origin = batch.origin().getBytes(StandardCharsets.US_ASCII);
        List<byte[]> stamped = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            stamped.add(stamped(batch.events().get(i), origin, batch.number(i)));
        }
        return stamped;
    }

    private static byte[] stamped(byte[] event, byte[] origin, long number) {
        int end = event.length;
        while (end > 0 && event[end - 1] == '\n') {
            end--;
        }
        if (end <= LEAST_OBJECT || event[0] != '{' || event[end - 1] != '}' || isStamped(event, end)) {
            return event;
        }
        byte[] digits = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        byte[] stamped =
                Arrays.copyOf(event, end - 1 + TEXT_OF_UID.length + origin.length + 1 + digits.length + END.length);
        int at = append(stamped, end - 1, TEXT_OF_UID);
        at = append(stamped, at, origin);
        stamped[at] = '-';
        at = append(stamped, at + 1, digits);
        append(stamped, at, END);
        return stamped;
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

    private static int append(byte[] target, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
        return at + bytes.length;
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
