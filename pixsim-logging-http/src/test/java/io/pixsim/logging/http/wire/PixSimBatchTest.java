package io.pixsim.logging.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pixsim.logging.encode.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixSimBatchTest {

    private static final String EVENT = "{\"timestamp\":\"2025-11-13T00:30:00.000000%s\",\"level\":\"info\"}\n";

    private final WireBuffer out = new WireBuffer();

    @Test
    void eventsBecomeOneJsonArray() throws IOException {
        Map<String, Object> read = JsonReader.readObject(
                written(new PixSimBatch(false), "{\"a\":1}", "{\"b\":\"ü\"}\n", "{\"c\":null}\n"));

        assertThat(read).containsOnlyKeys("logs");
        assertThat((List<?>) read.get("logs")).hasSize(3).element(1).isEqualTo(Map.of("b", "ü"));
    }

    @Test
    void theBackendOf2025GetsTimestampsWithoutAZone() {
        assertThat(text(new PixSimBatch(true), EVENT.formatted("Z"), EVENT.formatted("Z")))
                .isEqualTo("{\"logs\":[" + EVENT.formatted("") + "," + EVENT.formatted("") + "]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"timestamp\":5}",
                "{\"timestamp\":\"2025-11-13T00:30:00.000000\"}",
                "{\"msg\":\"2025-11-13T00:30:00.000000ZZZZZZZZZ\"}"
            })
    void anEventWithoutOneStaysAsItIs(String event) {
        assertThat(text(new PixSimBatch(true), event)).isEqualTo("{\"logs\":[" + event + "]}");
    }

    private String text(PixSimBatch format, String... events) {
        return new String(written(format, events), StandardCharsets.UTF_8);
    }

    private byte[] written(PixSimBatch format, String... events) {
        out.clear();
        format.write(
                Stream.of(events)
                        .map(event -> event.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                out);
        return Arrays.copyOf(out.array(), out.size());
    }
}
