package io.pixsim.logging.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 100, 1_000})
    void itsPartsMakeTheWholeWhoseLengthIsKnownBeforehand(int enough) {
        PixSimBatch format = new PixSimBatch(false);
        List<byte[]> events = IntStream.range(0, 50)
                .mapToObj(i -> ("{\"a\":\"" + "x".repeat(i % 13) + "\"}").getBytes(StandardCharsets.UTF_8))
                .toList();
        WireBuffer whole = new WireBuffer();
        format.write(events, whole);

        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        int next = 0;
        while (next < events.size()) {
            out.clear();
            next = format.writePart(events, next, enough, out);
            parts.write(out.array(), 0, out.size());
        }

        assertThat(parts.toByteArray())
                .isEqualTo(Arrays.copyOf(whole.array(), whole.size()))
                .hasSize((int) format.length(events));
    }

    @Test
    void whatIsRejectedByIndexIsRefusedAndAllElseIsStored() {
        assertThat(receipt(
                        3,
                        "{\"success\":true,\"count\":2,\"rejected\":[{\"index\":1,\"reason\":\"not a JSON object\"}]}"))
                .isEqualTo(new Receipt.Each(List.of(), List.of(1), "not a JSON object", Receipt.Cause.NO_TIME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "5",
                "[{\"index\":3}]",
                "[{\"index\":-1}]",
                "[{\"index\":\"1\"}]",
                "[{\"index\":1},{\"index\":2}]",
                "[5]"
            })
    void whatDoesNotFitTheCountIsNotBelieved(String rejected) {
        assertThat(receipt(3, "{\"success\":true,\"count\":2,\"rejected\":" + rejected + "}"))
                .isEqualTo(new Receipt.Stored(2));
    }

    private static Receipt receipt(int sent, String answer) {
        List<byte[]> events =
                IntStream.range(0, sent).mapToObj(i -> new byte[0]).toList();
        return new PixSimBatch(false)
                .receipt(events, new AnswerBody("application/json", answer.getBytes(StandardCharsets.UTF_8)));
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
