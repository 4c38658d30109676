package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.wire.OutgoingEvents;
import io.pixsim.logging.http.wire.WireBuffer;
import org.junit.jupiter.api.Test;

class StampTest {

    @Test
    void eachEventGetsItsIdBeforeTheBraceThatEndsIt() {
        assertThat(stamped("{\"msg\":\"a\"}", "{\"msg\":\"b\"}\n"))
                .containsExactly("{\"msg\":\"a\",\"event_uid\":\"run-5\"}", "{\"msg\":\"b\",\"event_uid\":\"run-6\"}");
    }

    @Test
    void aNumberHasAllItsDigits() {
        for (long number : new long[] {0, 9, 10, 99, 100, 1_234_567_890_123_456_789L, Long.MAX_VALUE}) {
            Batch batch =
                    new Batch("run", true, new long[] {number}, List.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));

            assertThat(written(batch)).containsExactly("{\"a\":1,\"event_uid\":\"run-" + number + "\"}");
        }
    }

    @Test
    void numbersOfABatchHaveAllTheirDigits() {
        long[] numbers = {0, 9, 10, 99, 100, 1_234_567_890_123_456_789L, Long.MAX_VALUE};
        byte[] event = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        Batch batch = new Batch("run", true, numbers, Collections.nCopies(numbers.length, event));

        List<String> expected = LongStream.of(numbers)
                .mapToObj(number -> "{\"a\":1,\"event_uid\":\"run-" + number + "\"}")
                .toList();
        assertThat(written(batch)).isEqualTo(expected);
    }

    @Test
    void whatIsNoObjectOrEmptyStaysAsItIs() {
        assertThat(stamped("", "x", "{}", "[1]", "{\"cut")).containsExactly("", "x", "{}", "[1]", "{\"cut");
    }

    @Test
    void whatHasAnIdAlreadyKeepsIt() {
        String before = "{\"msg\":\"a\",\"event_uid\":\"old-1\"}";

        assertThat(stamped(before)).containsExactly(before);
    }

    @Test
    void aTextThatLooksLikeAnIdIsNone() {
        String sly = "{\"msg\":\"a,\\\"event_uid\\\":\\\"x\"}";

        assertThat(stamped(sly)).containsExactly("{\"msg\":\"a,\\\"event_uid\\\":\\\"x\",\"event_uid\":\"run-5\"}");
    }

    @Test
    void aBatchIsCalledByItsFirstAndLastEvent() {
        assertThat(Stamp.batchId(batch(5, 6, 7))).isEqualTo("run-5-7");
    }

    @Test
    void batchesWithDifferentEventsHaveDifferentNames() {
        List<String> ids = Stream.of(batch(5, 6, 8), batch(5, 7, 8), batch(5, 6, 7, 8), batch(5, 8), batch(5))
                .map(Stamp::batchId)
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Stamp.batchId(batch(5, 6, 8))).isEqualTo(ids.get(0));
    }

    private static List<String> stamped(String... events) {
        long[] numbers = new long[events.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 5L + i;
        }
        Batch batch = new Batch(
                "run",
                false,
                numbers,
                Stream.of(events)
                        .map(event -> event.getBytes(StandardCharsets.UTF_8))
                        .toList());
        List<String> made = Stamp.stamped(batch).stream()
                .map(event -> new String(event, StandardCharsets.UTF_8))
                .toList();
        assertThat(written(batch))
                .zipSatisfy(
                        made,
                        (written, event) -> assertThat(written.stripTrailing()).isEqualTo(event.stripTrailing()));
        return made;
    }

    /** The same events, on the way that makes no arrays of them. */
    private static List<String> written(Batch batch) {
        OutgoingEvents outgoing = (OutgoingEvents) Stamp.stamped(batch);
        WireBuffer out = new WireBuffer();
        List<String> events = new ArrayList<>();
        for (int index = 0; index < batch.size(); index++) {
            int start = out.size();
            outgoing.write(index, out);
            events.add(new String(out.array(), start, out.size() - start, StandardCharsets.UTF_8));
        }
        assertThat(outgoing.bytes()).isEqualTo(out.size());
        return events;
    }

    private static Batch batch(long... numbers) {
        return new Batch("run", false, numbers, List.of());
    }
}
