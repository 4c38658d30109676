package io.pixsim.logging.encode;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.catalog.Stage;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class HumanLinesTest {

    @Test
    void aStageIsTheEventAndTheMessageComesLast() {
        TestEvent event = TestEvent.saying("submitted as pv_1", ATTEMPT.of(0))
                .marked(Stage.PROVIDER_SUBMIT)
                .in("job_id", "123");

        assertThat(human(event))
                .isEqualTo("[12:34:57] INFO  worker     provider:submit                "
                        + "job_id=123 attempt=0 msg=submitted as pv_1\n");
    }

    @Test
    void withoutAStageAMessageOfOneWordIsTheEvent() {
        assertThat(human(TestEvent.saying("logger_initialized")))
                .isEqualTo("[12:34:57] INFO  worker     logger_initialized\n");
    }

    @Test
    void withoutAStageALongerMessageStandsBehindTheLoggersName() {
        assertThat(human(TestEvent.saying("two words").level(Level.WARN)))
                .isEqualTo("[12:34:57] WARN  worker     JobProcessor                   msg=two words\n");
    }

    @Test
    void timeIsLocal() {
        HumanLines lines =
                new HumanLines(TestEvent.WORKER, TestEvent.REDACTOR, Limits.DEFAULT, ZoneId.of("Asia/Kolkata"));

        assertThat(lines.encode(TestEvent.saying("x"))).startsWith("[18:04:57] ");
    }

    @Test
    void aStackTraceFollowsAndTellsTheError() {
        TestEvent event = TestEvent.saying("failed")
                .level(Level.ERROR)
                .failing(new TestFailure("java.io.IOException", "disk\u001B[2J full").frames(0, "a.b"));

        assertThat(human(event))
                .isEqualTo("[12:34:57] ERROR worker     failed                         error_type=IOException\n"
                        + "java.io.IOException: disk\\u001b[2J full\n\tat a.b(A.java:1)\n");
    }

    @Test
    void noValueCanBeginALineOfItsOwnOrMoveTheCursor() {
        String forged = "x\n[00:00:00] CRIT  worker     forged\r\u001B[1A\u202Eevil";
        TestEvent event = TestEvent.saying(forged)
                .in("job_id", forged)
                .with(forged, forged)
                .with("stage", forged);

        String text = human(event);

        assertThat(text.indexOf('\n')).isEqualTo(text.length() - 1);
        assertThat(text).doesNotContain("\r", "\u001B", "\u202E");
    }

    @Test
    void secretsAreMasked() {
        assertThat(human(TestEvent.saying("x").with("api_key", "s-1").with("p", Map.of("password", "s-2"))))
                .doesNotContain("s-")
                .contains("api_key=***redacted*** p={\"password\":\"***redacted***\"}");
    }

    @Test
    void everyPairIsReadBackByTheReadersGrammar() {
        TestEvent event = TestEvent.saying("provider said: no")
                .marked(Stage.PROVIDER_ERROR)
                .level(Level.ERROR)
                .in("job_id", "job-abc123")
                .with("error", "connection refused\nby peer")
                .with("empty", "")
                .with("nested", Map.of("a b", "c d"));

        ReadLine read = ReadLine.of(human(event));

        assertThat(read.level()).isEqualTo("ERROR");
        assertThat(read.service()).isEqualTo("worker");
        assertThat(read.event()).isEqualTo("provider:error");
        assertThat(read.pairs())
                .containsEntry("job_id", "job-abc123")
                .containsEntry("error", "connection\\u0020refused\\nby\\u0020peer")
                .containsEntry("empty", "\"\"")
                .containsEntry("nested", "{\"a\\u0020b\":\"c\\u0020d\"}");
    }

    private static String human(TestEvent event) {
        return new HumanLines(TestEvent.WORKER, TestEvent.REDACTOR, Limits.DEFAULT, ZoneOffset.UTC).encode(event);
    }

    /** A reader written from the console grammar of the wire contract. */
    private record ReadLine(String level, String service, String event, Map<String, String> pairs) {

        private static final Pattern LINE =
                Pattern.compile("\\[\\d\\d:\\d\\d:\\d\\d]\\s+(\\w{3,8})\\s+(\\S+)\\s+(\\S+)(?:\\s+(.*))?\\n");
        private static final Pattern PAIR = Pattern.compile("\\b([a-z_]{2,20})=(\\S+)");

        static ReadLine of(String line) {
            Matcher matcher = LINE.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            Map<String, String> pairs = new HashMap<>();
            PAIR.matcher(matcher.group(4)).results().forEach(pair -> pairs.put(pair.group(1), pair.group(2)));
            return new ReadLine(matcher.group(1), matcher.group(2), matcher.group(3), pairs);
        }
    }
}
