package io.pixsim.logging.test.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import io.pixsim.logging.logback.Colour;
import io.pixsim.logging.logback.FailureGuardTurboFilter;
import io.pixsim.logging.logback.HumanEncoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For people an event is one record: a line that begins with the time, and below it what belongs to it. */
class HumanLinesTest {

    private static final Pattern BEGINS = Pattern.compile("^\\[\\d\\d:\\d\\d:\\d\\d] (?:INFO|ERROR)\\b");
    /** What moves the cursor, colours, hides, turns round or ends a line. */
    private static final Pattern DECEIVES = Pattern.compile(
            "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]");

    private static final int MAX_BYTES = 2 << 20;

    static List<ConformanceCase> cases() {
        return EncoderConformance.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneRecordThatNothingInItCanForge(ConformanceCase tried) throws InterruptedException {
        HumanEncoder encoder = new HumanEncoder();
        encoder.setService("worker");
        encoder.setColour(Colour.NEVER);
        Target target = LogbackTarget.of(encoder, new FailureGuardTurboFilter());

        Outcome outcome;
        try (Attempt attempt = tried.attempt()) {
            outcome = Outcome.of(target, attempt, Duration.ofSeconds(20), MAX_BYTES);
        }

        assertThat(outcome.returned()).isTrue();
        assertThat(outcome.exhausted()).isFalse();
        assertThat(outcome.thrown()).isNull();
        assertThat(outcome.written()).isBetween(1L, (long) MAX_BYTES);
        assertRecord(new String(outcome.output(), StandardCharsets.UTF_8), tried.inner() != null);
    }

    private static void assertRecord(String text, boolean logsItself) {
        List<String> lines = text.lines().toList();
        assertThat(lines.get(0)).containsPattern(BEGINS);
        assertThat(lines.stream().filter(line -> BEGINS.matcher(line).find()).count())
                .isLessThanOrEqualTo(logsItself ? 2 : 1);
        assertThat(DECEIVES.matcher(text).results().map(found -> Words.of(found.group())))
                .isEmpty();
        assertThat(text).endsWith("\n");
    }
}
