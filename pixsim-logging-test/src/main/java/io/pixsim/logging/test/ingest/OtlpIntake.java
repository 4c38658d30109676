package io.pixsim.logging.test.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.test.wire.OtlpRequest;
import org.jspecify.annotations.Nullable;

/**
 * An OTLP request: what is not stored is told as a {@code partial_success}, by its number alone, and must not be sent
 * again.
 *
 * @param events the events of the call
 * @param backend where they go
 */
record OtlpIntake(List<Map<String, @Nullable Object>> events, Backend backend) implements Intake {

    private static final int PARTIAL_SUCCESS = 1;
    private static final int REJECTED = 1;
    private static final int ERROR_MESSAGE = 2;
    private static final int STATUS_MESSAGE = 2;
    private static final int LENGTH_DELIMITED = 2;

    @Override
    public Reply all() {
        backend.store(events);
        return success(new byte[0]);
    }

    @Override
    public Reply first(int atMost) {
        int count = Math.min(atMost, events.size());
        backend.store(events.subList(0, count));
        return partial(events.size() - count);
    }

    @Override
    public Reply allBut(Set<Integer> bad, int status) {
        List<Map<String, @Nullable Object>> good = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (!bad.contains(i)) {
                good.add(events.get(i));
            }
        }
        backend.store(good);
        return partial(bad.size());
    }

    @Override
    public Reply error(int status, String message) {
        return Reply.bytes(status, OtlpRequest.MEDIA_TYPE, field(STATUS_MESSAGE, message.getBytes(UTF_8)));
    }

    private static Reply partial(int rejected) {
        ByteArrayOutputStream partial = new ByteArrayOutputStream();
        partial.write(REJECTED << 3);
        writeVarint(rejected, partial);
        partial.writeBytes(field(ERROR_MESSAGE, "as the test asked".getBytes(UTF_8)));
        return success(rejected == 0 ? new byte[0] : field(PARTIAL_SUCCESS, partial.toByteArray()));
    }

    private static Reply success(byte[] message) {
        return Reply.bytes(200, OtlpRequest.MEDIA_TYPE, message);
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((number << 3) | LENGTH_DELIMITED);
        writeVarint(content.length, out);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void writeVarint(int value, ByteArrayOutputStream out) {
        int left = value;
        while (left > 0x7f) {
            out.write((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }
}
