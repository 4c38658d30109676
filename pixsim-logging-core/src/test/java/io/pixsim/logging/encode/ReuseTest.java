package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Redactor;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** What an encoder keeps from one event to the next must never show. */
class ReuseTest {

    private final JsonLines lines =
            new JsonLines(TestEvent.WORKER, TestEvent.REDACTOR, Limits.DEFAULT, Dialect.PIXSIM_BATCH);

    @Test
    void theSameContextIsWrittenTheSame() {
        Map<String, String> context = Map.of("job_id", "123", "tenant", "acme");

        String first = encode(TestEvent.saying("x").inAll(context));
        String second = encode(TestEvent.saying("x").inAll(context));

        assertThat(second).isEqualTo(first).contains("\"job_id\":123", "\"tenant\":\"acme\"");
    }

    @Test
    void aContextThatChangedIsWrittenAnew() {
        Map<String, String> context = new HashMap<>(Map.of("job_id", "123"));
        encode(TestEvent.saying("x").inAll(context));

        context.put("job_id", "124");

        assertThat(encode(TestEvent.saying("x").inAll(context))).contains("\"job_id\":124");
    }

    @Test
    void anEventsOwnFieldsReplaceThoseOfAContextThatIsKept() {
        Map<String, String> context = Map.of("job_id", "123", "tenant", "acme", "stage", "outer");

        encode(TestEvent.saying("x").inAll(context));
        String own = encode(TestEvent.saying("x")
                .inAll(context)
                .with("job_id", 124)
                .with("tenant", "own")
                .with("stage", null));
        String later = encode(TestEvent.saying("x").inAll(context));

        assertThat(own).contains("\"job_id\":124", "\"tenant\":\"own\"").doesNotContain("123", "acme", "outer");
        assertThat(later).contains("\"job_id\":123", "\"tenant\":\"acme\"", "\"stage\":\"outer\"");
    }

    @Test
    void aRawKeyOfTheContextNeverMeetsAFieldOfThatName() {
        Map<String, String> context = Map.of("job_id", "job-1");

        String line = encode(TestEvent.saying("x").inAll(context).with("job_id_raw", "mine"));

        assertThat(TestEvent.parse(line)).containsEntry("job_id_raw", "mine").containsEntry("job_id_raw_2", "job-1");
    }

    @Test
    void textsThatComeAgainAreWrittenTheSame() {
        TestEvent event =
                TestEvent.saying("submitted").with("provider_job_id", "pv_1").with("tags", List.of("a", "a", ""));

        List<String> written =
                IntStream.range(0, 6).mapToObj(i -> encode(event)).distinct().toList();

        assertThat(written).singleElement().asString().contains("\"tags\":[\"a\",\"a\",\"\"]");
    }

    @Test
    void aTextThatCameUnderOneKeyIsWrittenUnderAnother() {
        IntStream.range(0, 4).forEach(i -> encode(TestEvent.saying("same").with("provider_job_id", "same")));

        String line =
                encode(TestEvent.saying("same").with("submission_state", "same").with("provider_id", "same"));

        assertThat(TestEvent.parse(line))
                .containsEntry("msg", "same")
                .containsEntry("submission_state", "same")
                .containsEntry("provider_id", "same");
    }

    @Test
    void aSecretThatComesAgainIsHiddenAndCountedEachTime() {
        Redactor redactor = new Redactor(RedactionPolicy.standard());
        JsonLines counting = new JsonLines(TestEvent.WORKER, redactor, Limits.DEFAULT, Dialect.LINES);

        for (int i = 0; i < 5; i++) {
            byte[] line =
                    counting.encode(TestEvent.saying("x").with("note", "ghp_0123456789abcdefghij0123456789abcdef"));
            assertThat(new String(line, StandardCharsets.UTF_8)).doesNotContain("ghp_0123");
        }

        assertThat(redactor.counts().values()).containsExactly(5L);
    }

    @Test
    void nothingOfAnEventThatFailedIsSeenInTheNext() {
        TestEvent failing = TestEvent.saying("x").with("own", "left over").failingToTellItsThread();

        try {
            encode(failing);
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("no thread");
        }

        assertThat(encode(TestEvent.saying("y"))).doesNotContain("left over").startsWith("{\"timestamp\":");
    }

    @Test
    void aValueThatLogsWhileItIsWrittenDisturbsNothing() {
        Object logging = new Object() {
            @Override
            public String toString() {
                return encode(TestEvent.saying("inner").with("depth", 2)).contains("inner") ? "outer" : "disturbed";
            }
        };

        String line = encode(TestEvent.saying("{}", logging).with("depth", 1));

        assertThat(TestEvent.parse(line)).containsEntry("msg", "outer").containsEntry("depth", 1L);
    }

    @Test
    void whatCouldNotBeWrittenAsItWasIsNamed() {
        Map<String, String> context = Map.of("tenant", "a\0b");

        String line = encode(
                TestEvent.saying("ok").inAll(context).with("ratio", Double.NaN).with("fine", 1));

        assertThat(TestEvent.parse(line)).containsEntry("_repaired", List.of("tenant", "ratio"));
    }

    @Test
    void anEventThatNeededNoRepairSaysNothingOfIt() {
        encode(TestEvent.saying("a\0b"));

        assertThat(encode(TestEvent.saying("ok"))).doesNotContain("_repaired");
    }

    @Test
    void manyThreadsWithManyContextsNeverMix() {
        ConcurrentLinkedQueue<String> mixed = new ConcurrentLinkedQueue<>();

        IntStream.range(0, 20_000).parallel().forEach(i -> {
            TestEvent event = TestEvent.saying("m" + i)
                    .inAll(Map.of("job_id", String.valueOf(i), "tenant", "t" + i % 7))
                    .with("own", i);
            Map<String, Object> json = TestEvent.parse(encode(event));
            boolean right = json.get("job_id").equals((long) i)
                    && json.get("own").equals((long) i)
                    && json.get("tenant").equals("t" + i % 7)
                    && json.get("msg").equals("m" + i);
            if (!right) {
                mixed.add(json.toString());
            }
        });

        assertThat(mixed).isEmpty();
    }

    @Test
    void aHundredThousandFieldsOfOneNameAreCutAndSaySo() {
        TestEvent event = TestEvent.saying("x");
        IntStream.range(0, 100_000).forEach(i -> event.keyValues().add(new KeyValuePair("same", i)));

        String line = encode(event);

        assertThat(line.length()).isLessThan(2 * Limits.DEFAULT_EVENT_BYTES);
        assertThat(TestEvent.parse(line))
                .containsEntry("same", 0L)
                .containsEntry("same_2", 1L)
                .containsKey("_repaired");
    }

    private String encode(TestEvent event) {
        return new String(lines.encode(event), java.nio.charset.StandardCharsets.UTF_8);
    }
}
