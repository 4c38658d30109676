package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pixsim.logging.encode.JsonReader;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class PixSimBodyTest {

    @Test
    void eventsBecomeOneJsonArray() throws IOException {
        PixSimBody body = body("{\"a\":1}", "{\"b\":\"ü\"}\n", "{\"c\":null}\n");

        Map<String, Object> read = JsonReader.readObject(written(body));

        assertThat(read).containsOnlyKeys("logs");
        assertThat((List<?>) read.get("logs")).hasSize(3).element(1).isEqualTo(Map.of("b", "ü"));
    }

    @Test
    void theLengthIsKnownBeforehand() throws IOException {
        for (PixSimBody body : List.of(body("{}"), body("{\"b\":\"ü\"}", "{}"), body("{}", "{}", "{}"))) {
            assertThat(body.contentLength()).isEqualTo(written(body).length);
        }
    }

    @Test
    void itCanBeWrittenTwice() throws IOException {
        PixSimBody body = body("{\"a\":1}", "{\"b\":2}");

        assertThat(written(body)).isEqualTo(written(body)).isNotEmpty();
    }

    private static PixSimBody body(String... events) {
        return new PixSimBody(Stream.of(events)
                .map(event -> event.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    private static byte[] written(PixSimBody body) throws IOException {
        Buffer sink = new Buffer();
        body.writeTo(sink);
        return sink.readByteArray();
    }
}
