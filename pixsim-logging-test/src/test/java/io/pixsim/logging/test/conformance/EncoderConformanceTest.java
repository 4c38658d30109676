package io.pixsim.logging.test.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.pixsim.logging.logback.JsonLinesEncoder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** A suite that finds nothing in anybody would prove nothing: here it is tried on what is known to be wrong. */
class EncoderConformanceTest {

    private static final String GOOD =
            "{\"message\":\"something was said\",\"before\":1,\"after\":\"two\",\"bound_before\":\"three\","
                    + "\"bound_zone\":\"four\"}\n";

    @Test
    void noTwoCasesAreCalledTheSame() {
        List<String> names =
                EncoderConformance.cases().stream().map(ConformanceCase::name).toList();

        assertThat(new HashSet<>(names)).hasSize(names.size());
    }

    @Test
    void everyGroupHasCases() {
        assertThat(EncoderConformance.cases())
                .extracting(ConformanceCase::group)
                .contains(CaseGroup.values());
    }

    @Test
    void aGoodLineIsOk() throws InterruptedException {
        assertThat(control(writing(GOOD)).findings()).isEmpty();
        assertThat(control(writing(GOOD)).word()).isEqualTo("ok");
    }

    @Test
    void eachFaultIsFoundAndCalledByItsName() throws InterruptedException {
        Map<Check, String> lines = new EnumMap<>(Check.class);
        lines.put(Check.EVENT, "");
        lines.put(Check.ONE_LINE, GOOD + GOOD);
        lines.put(Check.SIZE, "{\"a\":\"" + "x".repeat(2_000) + "\"}\n");
        lines.put(Check.JSON, GOOD.replace("1", "NaN"));
        lines.put(Check.NAMES, GOOD.replace("\"after\"", "\"before\":1,\"after\""));
        lines.put(Check.JSONB, GOOD.replace("\"before\"", "\"x\":\"\\u0000\",\"before\""));
        lines.put(Check.MESSAGE, GOOD.replace("was said", "was not"));
        lines.put(Check.FIELDS, GOOD.replace("\"bound_zone\":\"four\"", "\"bound_zone\":\"five\""));

        for (Map.Entry<Check, String> each : lines.entrySet()) {
            assertThat(control(writing(each.getValue())).findings())
                    .extracting(Finding::check)
                    .containsExactly(each.getKey());
        }
    }

    @Test
    void aLineFeedThatIsMissingIsFound() throws InterruptedException {
        assertThat(control(writing(GOOD.strip())).word()).isEqualTo("not one line");
    }

    @Test
    void bytesThatAreNoTextAreFound() throws InterruptedException {
        Target target = (call, out) -> out.write(GOOD.replace("two", "\u00E9").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(control(target).word()).isEqualTo("invalid UTF-8");
    }

    @Test
    void whatIsThrownIsFoundErrorsIncluded() throws InterruptedException {
        Target target = (call, out) -> {
            throw new StackOverflowError();
        };

        assertThat(control(target).word()).isEqualTo("threw into the caller");
    }

    @Test
    void aCallThatDoesNotComeBackIsLeftBehind() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Target target = (call, out) -> awaitUninterruptibly(never);
        Trial trial = new Trial(() -> target, EnumSet.allOf(Check.class), Duration.ofMillis(50), 1_024);

        assertThat(trial.result(EncoderConformance.cases().get(0)).word()).isEqualTo("hung");
        never.countDown();
    }

    @Test
    void aHostileValueThatIsSilentlyGoneIsFound() throws InterruptedException {
        ConformanceReport report =
                EncoderConformance.ofTarget(() -> writing(GOOD)).report();

        assertThat(report.passed(CaseGroup.CONTROL)).isLessThan(report.total(CaseGroup.CONTROL));
        assertThat(report.results())
                .filteredOn(result -> result.name().equals("NaN, as a field"))
                .extracting(CaseResult::word)
                .containsExactly("value lost");
    }

    @Test
    void repairsThatAreNotToldAreFoundWhereTheyAreAskedFor() throws InterruptedException {
        Target silent = writing(GOOD.replace("\"before\"", "\"odd\":\"NaN\",\"before\""));
        Target telling = writing(GOOD.replace("\"before\"", "\"odd\":\"NaN\",\"_repaired\":[\"odd\"],\"before\""));
        EncoderConformance suite = EncoderConformance.ofTarget(() -> silent);

        assertThat(word(suite.report(), "NaN, as a field")).isEqualTo("ok");
        assertThat(word(suite.with(Check.REPAIRED).report(), "NaN, as a field")).isEqualTo("not told in _repaired");
        assertThat(word(
                        EncoderConformance.ofTarget(() -> telling)
                                .with(Check.REPAIRED)
                                .report(),
                        "NaN, as a field"))
                .isEqualTo("ok");
    }

    @Test
    void theRulesOfTheWireAreCheckedWhereTheyAreAskedFor() throws InterruptedException {
        ConformanceReport report = EncoderConformance.ofTarget(() -> writing(GOOD))
                .with(Check.WIRE)
                .report();

        assertThat(report.results().get(0).word()).isEqualTo("against the wire contract");
    }

    @Test
    void anEncoderWithoutTheGuardIsThrownThrough() throws InterruptedException {
        ConformanceReport report = EncoderConformance.of(JsonLinesEncoder::new).report();

        assertThat(word(report, "a getMessage that throws, with fields")).isEqualTo("threw into the caller");
    }

    @Test
    void aTestFailsWithItsFindings() {
        DynamicTest first = EncoderConformance.ofTarget(() -> writing("{}\n"))
                .tests()
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> first.getExecutable().execute())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("message lost")
                .hasMessageContaining("field lost: bound_zone");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        EncoderConformance suite = EncoderConformance.ofTarget(() -> writing(GOOD));

        assertThatThrownBy(() -> suite.within(Duration.ZERO)).hasMessage("deadline <= 0: PT0S");
        assertThatThrownBy(() -> suite.upTo(1_023)).hasMessage("maxBytes < 1024: 1023");
    }

    private static String word(ConformanceReport report, String name) {
        return report.results().stream()
                .filter(result -> result.name().equals(name))
                .findFirst()
                .orElseThrow()
                .word();
    }

    private static CaseResult control(Target target) throws InterruptedException {
        return new Trial(
                        () -> target,
                        EnumSet.complementOf(EnumSet.of(Check.REPAIRED, Check.WIRE)),
                        Duration.ofSeconds(20),
                        1_024)
                .result(EncoderConformance.cases().get(0));
    }

    private static Target writing(String text) {
        return (call, out) -> write(text, out);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
