package io.pixsim.logging.encode;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class HumanLinesTest {

    @Test
    void aStageIsTheEventAndTheMessageComesLast() {
        TestEvent event = TestEvent.saying("submitted as pv_1", ATTEMPT.of(0))
                .marked(Stage.PROVIDER_SUBMIT)
                .in("job_id", "123");

        assertThat(human(event))
                .isEqualTo("[12:34:57] INFO  worker     provider:submit     "
                        + "job_id=123 attempt=0 msg=submitted as pv_1\n");
    }

    @Test
    void jobAttemptAndDurationComeFirstAndTheErrorNextToTheMessage() {
        TestEvent event = TestEvent.saying("attempt failed", DURATION_MS.of(30_000))
                .marked(Stage.PROVIDER_ERROR)
                .level(Level.WARN)
                .with("error", "timeout")
                .with("status", 504)
                .with("error_type", "Timeout")
                .in("attempt", "1")
                .in("job_id", "123");

        assertThat(human(event))
                .isEqualTo("[12:34:57] WARN  worker     provider:error      "
                        + "job_id=123 attempt=1 duration_ms=30000 status=504"
                        + " error_type=Timeout error=timeout msg=attempt failed\n");
    }

    @Test
    void withoutAStageAMessageOfOneWordIsTheEvent() {
        assertThat(human(TestEvent.saying("logger_initialized")))
                .isEqualTo("[12:34:57] INFO  worker     logger_initialized\n");
    }

    @Test
    void withoutAStageALongerMessageStandsBehindTheLoggersName() {
        assertThat(human(TestEvent.saying("two words").level(Level.WARN)))
                .isEqualTo("[12:34:57] WARN  worker     JobProcessor        msg=two words\n");
    }

    @Test
    void withoutAJobTheRequestComesFirst() {
        assertThat(human(TestEvent.saying("two words").in("user_id", "7").in("request_id", "req-1")))
                .endsWith(" request_id=req-1 user_id=7 msg=two words\n");
    }

    @Test
    void timeIsLocal() {
        HumanLines lines =
                new HumanLines(TestEvent.WORKER, TestEvent.REDACTOR, Limits.DEFAULT, ZoneId.of("Asia/Kolkata"), false);

        assertThat(lines.encode(TestEvent.saying("x"))).startsWith("[18:04:57] ");
    }

    @ParameterizedTest
    @CsvSource({"+1000000000-12-31T23:59:59Z, [23:59:59]", "-1000000000-01-01T00:00:00Z, [00:00:00]"})
    void theEndsOfTimeHaveATimeToo(Instant instant, String time) {
        assertThat(human(TestEvent.saying("x").at(instant.toString()))).startsWith(time + " INFO ");
    }

    @ParameterizedTest
    @CsvSource({"DEBUG, DEBUG, 36", "INFO, INFO, 32", "WARN, WARN, 33", "ERROR, ERROR, 31"})
    void levelsAreColouredByTheirWeight(Level level, String word, String code) {
        assertThat(encode(TestEvent.saying("two words").level(level).in("job_id", "1"), Limits.DEFAULT, true))
                .isEqualTo("\033[90m[12:34:57]\033[0m \033[" + code + "m" + word + "\033[0m "
                        + " ".repeat(5 - word.length()) + "\033[36mworker\033[0m     \033[1mJobProcessor\033[0m        "
                        + "\033[2mjob_id=\033[0m1 \033[2mmsg=\033[0mtwo words\n");
    }

    @Test
    void criticalIsALevelOfItsOwn() {
        TestEvent event = TestEvent.saying("x").level(Level.ERROR).marked(Severity.CRITICAL);

        assertThat(encode(event, Limits.DEFAULT, true)).contains(" \033[35mCRIT\033[0m  ");
    }

    @Test
    void blanksInAValueAreMiddleDots() {
        assertThat(human(TestEvent.saying("x").with("reason", "too many jobs").with("none", "")))
                .endsWith(" reason=too·many·jobs none=\"\"\n");
    }

    @Test
    void aStackTraceFollowsIndentedWithTheRootCauseFirst() {
        TestEvent event = TestEvent.saying("failed")
                .level(Level.ERROR)
                .failing(new TestFailure("a.Wrapper", "no luck")
                        .frames(0, "c.d")
                        .causedBy(new TestFailure("java.io.IOException", "disk full").frames(0, "a.b")));

        assertThat(human(event)).isEqualTo("""
                        [12:34:57] ERROR worker     failed              error_type=IOException error=disk·full
                          java.io.IOException: disk full
                            at a.b(A.java:1)
                          Wrapped by: a.Wrapper: no luck
                            at c.d(A.java:1)
                        """);
    }

    @Test
    void aLongErrorWithoutAStackTraceStandsWholeBelow() {
        String error = "the provider refused: " + "because ".repeat(20) + "it did";

        String[] lines = human(TestEvent.saying("x").with("error", error)).split("\n", -1);

        assertThat(lines[0]).hasSize(HumanLine.COLUMNS).endsWith("…");
        assertThat(lines[1]).isEqualTo("  error: " + error);
        assertThat(lines).hasSize(3);
    }

    @Test
    void aLongErrorThatTheStackTraceTellsIsNotRepeated() {
        String error = "because ".repeat(40) + "it did";
        TestEvent event = TestEvent.saying("x").failing(new TestFailure("java.io.IOException", error));

        assertThat(human(event).lines().toList()).hasSize(2).element(1).isEqualTo("  java.io.IOException: " + error);
    }

    @Test
    void mapsGiveWayToTheColumnsAndTextsDoNot() {
        TestEvent event = TestEvent.saying("two words")
                .with("params", Map.of("prompt", "p".repeat(200)))
                .with("path", "/data/artifacts/461.gif");

        assertThat(human(event))
                .hasSize(HumanLine.COLUMNS + 1)
                .contains(" params={\"prompt\":\"ppp")
                .contains("ppp… path=/data/artifacts/461.gif msg=two words\n");
    }

    @Test
    void aHundredThousandFieldsAreCounted() {
        TestEvent event = TestEvent.saying("x");
        for (int i = 0; i < 100_000; i++) {
            event.with("!".repeat(i % 7) + i, i);
        }

        assertThat(human(event)).endsWith(" more_fields=99936\n").hasSizeLessThan(2_000);
    }

    @Test
    void tenMegabytesAreCutWhereverTheyStand() {
        String huge = "x y\n=".repeat(2_000_000);
        TestEvent event = TestEvent.saying(huge + "{}", huge)
                .with(huge, huge)
                .with("stage", huge)
                .with("service", huge)
                .with("error", huge)
                .in("job_id", huge)
                .in("request_id", huge)
                .from(huge)
                .failing(new TestFailure(huge, huge).frames(0, "a." + huge));

        assertThat(human(event).length()).isLessThan(20 * Limits.DEFAULT_STRING_LENGTH);
    }

    @Test
    void secretsAreMasked() {
        assertThat(human(TestEvent.saying("x").with("api_key", "s-1").with("p", Map.of("password", "s-2"))))
                .doesNotContain("s-")
                .contains("api_key=***redacted*** p={\"password\":\"***redacted***\"}");
    }

    @Test
    void everyLevelIsReadBack() {
        assertThat(List.of(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR))
                .extracting(
                        level -> HumanReader.read(human(TestEvent.saying("x").level(level)))
                                .level())
                .containsExactly("DEBUG", "DEBUG", "INFO", "WARN", "ERROR");
    }

    private static String human(TestEvent event) {
        return encode(event, Limits.DEFAULT, false);
    }

    private static String encode(TestEvent event, Limits limits, boolean coloured) {
        return new HumanLines(TestEvent.WORKER, TestEvent.REDACTOR, limits, ZoneOffset.UTC, coloured).encode(event);
    }
}
