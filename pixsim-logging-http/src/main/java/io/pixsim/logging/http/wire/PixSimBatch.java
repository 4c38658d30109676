package io.pixsim.logging.http.wire;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * The PixSim batch, <code>{"logs":[a,b,c]}</code>, answered with {@code {"success":true,"count":3}}.
 *
 * <ul>
 *   <li>Fewer stored than sent: the backend of 2025 stores one by one and stops at the first bad event.
 *   <li>None stored: a bad event or a database that is down.
 *   <li>{@code "rejected":[{"index":1,"reason":"…"}]} beside the count, of our own collector: those are refused for good, and
 *       all others are stored.
 * </ul>
 */
public final class PixSimBatch implements WireFormat {

    private static final byte[] HEAD = ascii("{\"" + Wire.LOGS + "\":[");
    private static final byte[] COMMA = ascii(",");
    private static final byte[] TAIL = ascii("]}");
    private static final byte[] TIMESTAMP = ascii("{\"" + Fields.TIMESTAMP.name() + "\":\"");
    private static final int ZONE_AT = TIMESTAMP.length + "2025-11-13T00:30:00.000000".length();

    private static final int ANSWER_BYTES_PER_EVENT = 256;

    private final boolean naiveTimestamps;

    /**
     * The format.
     *
     * @param naiveTimestamps whether to leave out the time zone, which the backend of 2025 does not take
     */
    public PixSimBatch(boolean naiveTimestamps) {
        this.naiveTimestamps = naiveTimestamps;
    }

    @Override
    public String mediaType() {
        return Wire.MEDIA_TYPE;
    }

    /** The Python backend does not. */
    @Override
    public boolean packsWell() {
        return false;
    }

    @Override
    public void write(List<byte[]> events, WireBuffer out) {
        writePart(events, 0, Integer.MAX_VALUE, out);
    }

    @Override
    public int writePart(List<byte[]> events, int from, int enough, WireBuffer out) {
        int start = out.size();
        int next = from;
        while (next < events.size() && out.size() - start < enough) {
            out.write(next == 0 ? HEAD : COMMA);
            int at = out.size();
            write(events, next++, out);
            if (naiveTimestamps && hasZone(out.array(), at, out.size())) {
                out.remove(at + ZONE_AT);
            }
        }
        if (next == events.size()) {
            out.write(TAIL);
        }
        return next;
    }

    @Override
    public long length(List<byte[]> events) {
        if (naiveTimestamps) {
            return UNKNOWN;
        }
        return HEAD.length + bytes(events) + (long) COMMA.length * (events.size() - 1) + TAIL.length;
    }

    private static long bytes(List<byte[]> events) {
        if (events instanceof OutgoingEvents outgoing) {
            return outgoing.bytes();
        }
        return events.stream().mapToLong(event -> event.length).sum();
    }

    private static void write(List<byte[]> events, int index, WireBuffer out) {
        if (events instanceof OutgoingEvents outgoing) {
            outgoing.write(index, out);
        } else {
            out.write(events.get(index));
        }
    }

    private static boolean hasZone(byte[] bytes, int from, int to) {
        return to - from > ZONE_AT
                && bytes[from + ZONE_AT] == 'Z'
                && Arrays.equals(bytes, from, from + TIMESTAMP.length, TIMESTAMP, 0, TIMESTAMP.length);
    }

    @Override
    public Receipt receipt(List<byte[]> events, AnswerBody body) {
        if (!body.isEmpty() && !body.isJsonObject()) {
            return new Receipt.Foreign();
        }
        Object answer = read(body);
        if (answer instanceof Map<?, ?> members) {
            int stored = stored(members, events.size());
            Receipt each = RejectedEvents.receipt(members.get("rejected"), stored, events.size());
            return each != null ? each : new Receipt.Stored(stored);
        }
        return answer == null ? new Receipt.Stored(events.size()) : new Receipt.Foreign();
    }

    /** Null for what can't be read: the status has said yes already, and half a word takes nothing back. */
    private static @Nullable Object read(AnswerBody body) {
        try {
            return JsonReader.read(body.bytes());
        } catch (IOException e) {
            return null;
        }
    }

    private static int stored(Map<?, ?> members, int sent) {
        Object count = members.get(Wire.COUNT);
        if (count instanceof Long n) {
            return (int) Math.max(0, Math.min(n, sent));
        }
        if (count instanceof BigInteger n && n.signum() < 0) {
            return 0;
        }
        return Boolean.FALSE.equals(members.get(Wire.SUCCESS)) ? 0 : sent;
    }

    /** Each event may have been refused, with its reason. */
    @Override
    public long mostAnswerBytes(int events) {
        return WireFormat.super.mostAnswerBytes(events) + (long) events * ANSWER_BYTES_PER_EVENT;
    }

    @Override
    public boolean isOwn(AnswerBody body) {
        return body.isJsonObject();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
