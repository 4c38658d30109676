package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import io.pixsim.logging.http.wire.PixSimBatch;
import io.pixsim.logging.http.wire.WireBuffer;
import org.junit.jupiter.api.Test;

class GzipTest {

    private final Gzip gzip = new Gzip();
    private final WireBuffer plain = new WireBuffer();
    private final WireBuffer packed = new WireBuffer();

    @Test
    void whatIsPackedIsUnpackedAsItWas() throws IOException {
        Random random = new Random(3);
        for (int size : new int[] {0, 1, 100, 16 * 1024, 100_000, 5_000_000, 10}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            plain.clear();
            System.arraycopy(bytes, 0, plain.reserve(size), 0, size);
            plain.advance(size);

            pack(plain);

            assertThat(unpacked()).isEqualTo(bytes);
        }
    }

    @Test
    void whatIsPackedInPartsIsUnpackedAsOne() throws IOException {
        gzip.begin(packed);
        for (int part = 0; part < 3; part++) {
            plain.clear();
            plain.write(new byte[] {(byte) part, 7}, 0, 2);
            gzip.add(plain, packed);
        }
        gzip.end(packed);

        assertThat(unpacked()).isEqualTo(new byte[] {0, 7, 1, 7, 2, 7});
    }

    @Test
    void anEventOfATypicalBatchTakesTwentyFiveBytes() throws IOException {
        Random random = new Random(1);
        List<byte[]> events = IntStream.range(0, 500)
                .mapToObj(i -> event(i, random).getBytes(StandardCharsets.UTF_8))
                .toList();
        new PixSimBatch(false).write(events, plain);

        pack(plain);

        assertThat(packed.size() / events.size()).isLessThanOrEqualTo(25);
    }

    /** Fourteen fields, of which four differ from event to event and three from job to job. */
    private static String event(int i, Random random) {
        return "{\"timestamp\":\"2025-11-12T12:34:%02d.%06dZ\",\"level\":\"info\",\"msg\":\"submitted\","
                        .formatted(i / 10, random.nextInt(1_000_000))
                + "\"service\":\"worker\",\"env\":\"prod\",\"job_id\":%d,\"submission_id\":%d,"
                        .formatted(i / 20, 321 + i / 20)
                + "\"artifact_id\":%d,\"provider_id\":\"pixverse\",\"operation_type\":\"text_to_video\","
                        .formatted(i / 20)
                + "\"stage\":\"provider:submit\",\"duration_ms\":%d,\"logger\":\"worker\",\"thread\":\"worker-%d\"}\n"
                        .formatted(random.nextInt(3000), i % 8);
    }

    private void pack(WireBuffer from) {
        gzip.begin(packed);
        gzip.add(from, packed);
        gzip.end(packed);
    }

    private byte[] unpacked() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(packed.array(), 0, packed.size())).readAllBytes();
    }
}
