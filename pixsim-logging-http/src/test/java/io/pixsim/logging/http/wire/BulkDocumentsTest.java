package io.pixsim.logging.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.http.wire.Receipt.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkDocumentsTest {

    private static final String TIME = "2025-11-12T12:34:57.010203Z";

    private final BulkDocuments bulk = new BulkDocuments(Optional.of("logs-pixsim-default"));

    @Test
    void anEventIsALineWithTheActionAndALineWithItself() {
        assertThat(written(bulk, "{\"timestamp\":\"" + TIME + "\",\"msg\":\"a\",\"event_uid\":\"boot-7\"}\n", "{}"))
                .isEqualTo("""
                        {"create":{"_index":"logs-pixsim-default","_id":"boot-7"}}
                        {"@timestamp":"2025-11-12T12:34:57.010203Z","timestamp":"2025-11-12T12:34:57.010203Z","msg":"a","event_uid":"boot-7"}
                        {"create":{"_index":"logs-pixsim-default"}}
                        {}
                        """);
    }

    @Test
    void withoutAnIndexTheUrlSaysWhereEventsGo() {
        BulkDocuments toUrl = new BulkDocuments(Optional.empty());

        assertThat(written(toUrl, "{}")).isEqualTo("{\"create\":{}}\n{}\n");
        assertThat(written(toUrl, "{\"event_uid\":\"u\"}")).startsWith("{\"create\":{\"_id\":\"u\"}}\n");
    }

    @Test
    void anEventThatHasATimeForTheEngineKeepsIt() {
        String event = "{\"timestamp\":\"" + TIME + "\",\"@timestamp\":\"2020-01-01\"}";

        assertThat(written(bulk, event)).endsWith("\n" + event + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event_uid\":5}",
                "{\"event_uid\":\"a\\\"b\"}",
                "{\"event_uid\":\"\"}",
                "{\"a\":{\"event_uid\":\"u\"}}"
            })
    void whatCanBeNoIdIsNone(String event) {
        assertThat(written(bulk, event)).startsWith("{\"create\":{\"_index\":\"logs-pixsim-default\"}}\n");
    }

    @Test
    void anEventThatIsNotOneLineBecomesOne() {
        assertThat(written(bulk, "{\n\"a\":1,\r\n\"b\":2}\r\n", "no\nJSON")).isEqualTo("""
                {"create":{"_index":"logs-pixsim-default"}}
                { "a":1,  "b":2}
                {"create":{"_index":"logs-pixsim-default"}}
                no JSON
                """);
    }

    @Test
    void anyEventIsReadAsItWasWritten() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            RandomEvents random = new RandomEvents(seed);
            List<Map<String, Object>> events =
                    Stream.generate(random::event).limit(1 + seed % 40).toList();

            String[] lines = written(
                            bulk,
                            events.stream()
                                    .map(event -> new String(RandomEvents.bytes(event), StandardCharsets.UTF_8))
                                    .toArray(String[]::new))
                    .split("\n");

            assertThat(lines).as("seed %d", seed).hasSize(2 * events.size());
            for (int i = 0; i < events.size(); i++) {
                Map<String, Object> document =
                        new LinkedHashMap<>(JsonReader.readObject(lines[2 * i + 1].getBytes(StandardCharsets.UTF_8)));
                Object time = document.remove("@timestamp");
                assertThat(document).as("seed %d", seed).isEqualTo(events.get(i));
                assertThat(time == null || time.equals(events.get(i).get("timestamp")))
                        .isTrue();
            }
        }
    }

    @Test
    void aYesIsOneWhenItHidesNoNo() {
        assertThat(receipt("{\"took\":3,\"errors\":false}")).isEqualTo(new Receipt.Stored(4));
        assertThat(receipt(items("{\"status\":201}", "{\"status\":200}", "{\"status\":201}", "{\"status\":201}")))
                .isEqualTo(new Receipt.Stored(4));
    }

    @Test
    void whatTheEngineHadNoTimeForGoesAgainAndWhatItRefusesDoesNot() {
        String answer = items(
                "{\"status\":201}",
                "{\"status\":429,\"error\":{\"type\":\"es_rejected\",\"reason\":\"queue full\"}}",
                "{\"status\":400,\"error\":{\"type\":\"mapper_parsing\",\"reason\":\"not a\\nnumber\"}}",
                "{\"status\":503}");

        assertThat(receipt(answer))
                .isEqualTo(
                        new Receipt.Each(List.of(1, 3), List.of(2), "400 mapper_parsing: not a number", Cause.NO_TIME));
    }

    @Test
    void aConflictIsARepeatOfAnEventThatHasAnId() {
        String conflict = "{\"status\":409,\"error\":{\"type\":\"version_conflict\",\"reason\":\"exists\"}}";
        String answer = items(conflict, "{\"status\":201}", "{\"status\":201}", conflict);

        // The last of the events has no id of its own.
        assertThat(receipt(answer))
                .isEqualTo(new Receipt.Each(List.of(), List.of(3), "409 version_conflict: exists", Cause.NO_TIME));
    }

    @Test
    void whoIsNotPermittedIsTold() {
        String denied = "{\"status\":403,\"error\":{\"type\":\"security\",\"reason\":\"no\"}}";

        assertThat(receipt(items(denied, denied, denied, denied)))
                .isEqualTo(new Receipt.Each(List.of(0, 1, 2, 3), List.of(), "", Cause.DENIED));
    }

    @Test
    void whetherAllFailedInTheSameWayIsTold() {
        String failed = "{\"status\":500,\"error\":{\"type\":\"exception\",\"reason\":\"no\"}}";
        String stored = "{\"status\":201}";
        String busy = "{\"status\":503}";

        assertThat(cause(items(failed, failed, failed, failed))).isEqualTo(Cause.FAILED);
        assertThat(cause(items(failed, stored, failed, failed))).isEqualTo(Cause.FAILED);
        assertThat(cause(items(failed, busy, failed, failed))).isEqualTo(Cause.NO_TIME);
    }

    private Cause cause(String answer) {
        return ((Receipt.Each) receipt(answer)).cause();
    }

    @Test
    void aLongReasonIsCut() {
        String refusal = "{\"status\":400,\"error\":{\"type\":\"t\",\"reason\":\"" + "x".repeat(5000) + "\"}}";

        Receipt.Each each = (Receipt.Each) receipt(items(refusal, refusal, refusal, refusal));

        assertThat(each.reason()).hasSize(Excerpt.MOST_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":true}",
                "{\"errors\":true,\"items\":[]}",
                "{\"errors\":true,\"items\":[1,2,3,4]}",
                "{\"errors\":true,\"items\":[{\"create\":{}},{},{},{}]}",
                "{\"errors\":true,\"items\":[{\"crea"
            })
    void whatCannotBeMadeOutIsNoYes(String answer) {
        assertThat(receipt(answer)).isEqualTo(new Receipt.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"success\":true}", "<html>", "", "[]"})
    void whatTheBulkApiDoesNotSayIsForeign(String answer) {
        assertThat(receipt(answer)).isEqualTo(new Receipt.Foreign());
    }

    private static String items(String... results) {
        List<String> items = new ArrayList<>();
        for (String result : results) {
            items.add("{\"create\":" + result + "}");
        }
        return "{\"errors\":true,\"items\":[" + String.join(",", items) + "]}";
    }

    /** Three events with an id and one without. */
    private Receipt receipt(String answer) {
        byte[] known = bytes("{\"event_uid\":\"u\"}");
        return bulk.receipt(List.of(known, known, known, bytes("{}")), new AnswerBody("", bytes(answer)));
    }

    private static String written(BulkDocuments format, String... events) {
        WireBuffer out = new WireBuffer();
        format.write(Stream.of(events).map(BulkDocumentsTest::bytes).toList(), out);
        return new String(out.array(), 0, out.size(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
