package io.pixsim.logging.http.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockCodecTest {

    private final BlockCodec codec = new BlockCodec();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 11, 12, 13, 17, 18, 100, 65_536, 70_000})
    void whatRepeatsAndWhatDoesNotComesOutAsItWentIn(int length) {
        byte[] same = new byte[length];
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);

        assertRoundTrip(same, length);
        assertRoundTrip(noise, length);
    }

    @Test
    void anythingComesOutAsItWentIn() {
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(5_000)];
            int alphabet = 1 + random.nextInt(20);
            for (int i = 0; i < bytes.length; i++) {
                boolean repeat = i > 50 && random.nextInt(10) > 0;
                bytes[i] = repeat ? bytes[i - 1 - random.nextInt(3)] : (byte) random.nextInt(alphabet);
            }
            assertRoundTrip(bytes, random.nextInt(bytes.length + 1));
        }
    }

    @Test
    void logEventsBecomeSeveralTimesSmaller() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            events.append("{\"timestamp\":\"2026-11-23T03:14:47.")
                    .append(100_000 + i * 37)
                    .append("Z\",\"level\":\"info\",\"msg\":\"step ")
                    .append(i)
                    .append("\",\"service\":\"worker\",\"env\":\"dev\",\"job_id\":")
                    .append(1000 + i % 7)
                    .append(",\"stage\":\"provider:submit\",\"logger\":\"worker\",\"thread\":\"main\"}\n");
        }
        byte[] bytes = events.toString().getBytes(StandardCharsets.UTF_8);

        assertThat(codec.pack(bytes, bytes.length)).hasSizeLessThan(bytes.length / 4);
    }

    private void assertRoundTrip(byte[] bytes, int length) {
        byte[] packed = codec.pack(bytes, length);

        byte[] unpacked = new byte[length];
        BlockCodec.unpack(packed, unpacked, length);
        assertThat(unpacked).isEqualTo(Arrays.copyOf(bytes, length));
    }
}
