package io.pixsim.logging.benchmarks.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Which events have arrived, by number. Packed bodies are kept and read when somebody asks, so that a run is not disturbed. */
final class Tally {

    private static final int NOT_TOLD_APART = 1 << 20;
    private static final byte[] UID = "event_uid\":\"".getBytes(StandardCharsets.US_ASCII);

    private final Deque<byte[]> packed = new ArrayDeque<>();
    private byte[] seen = new byte[1 << 20];
    private final Set<String> withId = new HashSet<>();
    private long distinct;
    private long arrivals;
    private long strangers;
    private long requests;
    private long wireBytes;
    private long lastNanos;
    private byte[] sample = {};

    synchronized void clear() {
        packed.clear();
        seen = new byte[seen.length];
        withId.clear();
        distinct = 0;
        arrivals = 0;
        strangers = 0;
        requests = 0;
        wireBytes = 0;
        lastNanos = 0;
        sample = new byte[0];
    }

    synchronized void request() {
        requests++;
    }

    synchronized void bytes(long count) {
        wireBytes += count;
    }

    synchronized void plain(byte[] body, int length, boolean looksAtIds) {
        lastNanos = System.nanoTime();
        count(body, length, looksAtIds);
    }

    synchronized void gzipped(byte[] body) {
        lastNanos = System.nanoTime();
        packed.add(body);
    }

    private void count(byte[] body, int length, boolean looksAtIds) {
        if (sample.length == 0) {
            sample = Arrays.copyOf(body, Math.min(length, 4096));
        }
        Numbering.read(body, length, (number, end) -> {
            add(number);
            if (looksAtIds) {
                withId.add(number + " " + idAfter(body, end, length));
            }
        });
    }

    private void add(int number) {
        if (number < 0 || number >= Numbering.MOST) {
            strangers++;
            return;
        }
        if (number >= seen.length) {
            seen = Arrays.copyOf(seen, Math.max(number + 1, seen.length * 2));
        }
        arrivals++;
        if (seen[number] == 0) {
            distinct++;
            seen[number] = 1;
        }
    }

    /** An event's id, which stands behind its number; without one each arrival is one of its own. */
    private String idAfter(byte[] body, int from, int length) {
        for (int i = from; i < length - UID.length; i++) {
            if (startsWith(body, i, UID)) {
                int end = i + UID.length;
                while (end < length && body[end] != '"') {
                    end++;
                }
                return new String(body, i + UID.length, end - i - UID.length, StandardCharsets.US_ASCII);
            }
        }
        return "#" + (NOT_TOLD_APART + arrivals);
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes[at + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    synchronized SinkStatus status(boolean looksAtIds) {
        while (!packed.isEmpty()) {
            byte[] body = unpacked(packed.remove());
            count(body, body.length, looksAtIds);
        }
        long more = looksAtIds ? withId.size() - distinct : arrivals - distinct;
        return new SinkStatus(distinct, more, requests, wireBytes, lastNanos, strangers);
    }

    synchronized long lastNanos() {
        return lastNanos;
    }

    synchronized String sample() {
        return new String(sample, StandardCharsets.ISO_8859_1).replaceAll("[^\\x20-\\x7e]", "?");
    }

    static byte[] unpacked(byte[] body) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body), 1 << 16)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
