package io.pixsim.logging.collector.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.zip.GZIPInputStream;

import io.pixsim.logging.collector.store.StoreException;
import org.junit.jupiter.api.Test;

/** What is packed as it is made. */
class GzipChunksTest {

    @Test
    void nothingIsSentBeforeTheStoreHasAnswered() {
        Chunks failing = () -> {
            throw new StoreException.TooSlow("too slow");
        };

        assertThatThrownBy(() -> new GzipChunks(failing).next()).isInstanceOf(StoreException.TooSlow.class);
    }

    @Test
    void allPartsTogetherAreOneStream() throws Exception {
        Queue<String> parts = new ArrayDeque<>(List.of("one, ", "two, ", "three", ""));
        Chunks packed = new GzipChunks(() -> parts.remove().getBytes(StandardCharsets.UTF_8));

        assertThat(unpacked(all(packed))).isEqualTo("one, two, three");
    }

    @Test
    void anAnswerThatIsEmptyIsAStream() throws Exception {
        assertThat(unpacked(all(new GzipChunks(() -> new byte[0])))).isEmpty();
    }

    private static byte[] all(Chunks chunks) throws StoreException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part = chunks.next(); part.length > 0; part = chunks.next()) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static String unpacked(byte[] packed) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
