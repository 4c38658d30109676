package io.pixsim.logging.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first look takes for nothing is nothing to whoever looks closer. */
class GlanceTest {

    private static final String[] PARTS = {
        "api", "key", "token", "pass", "secret", "sha", "a", "P", "ms", "text", "frame", "Count", "_", "-", "--", "4",
        "40", "1234", "123456", "5", "0", "u0070", "basic", "data", "otp", "x"
    };
    private static final String AROUND = " =:@/,;~!%\\\"'()[]{}<>|&?#\t\ni5a";

    private final KeyRules keys = RedactionPolicy.standard().keyRules();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noRunThatMayMatterIsTakenForNothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            String run = run(random);
            String before = around(random, random.nextInt(3));
            String text = before + run + sign(random) + around(random, 3);
            int from = before.length();
            int to = from + run.length();

            assertThat(isNothing(text, from, to) && may(text, from, to))
                    .as("%s, looked at from %d to %d", text, from, to)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"duration_ms", "poll_count", "12", "h264", "us-east-1", "15s", "text_to_video"})
    void whatMostMessagesHoldIsNothing(String run) {
        assertThat(isNothing(run + "=", 0, run.length())).isEqualTo(run.length() <= 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_key", "api-key2", "db_pass", "x-token", "-p"})
    void whatMayBeAKeyIsSomething(String run) {
        assertThat(isNothing(run + "=", 0, run.length())).isFalse();
    }

    private boolean isNothing(String text, int from, int to) {
        byte[] ascii = (text + "\"        ").getBytes(StandardCharsets.US_ASCII);
        return Glance.isNothing(ascii, 0, from, to, seen(text, from, to), keys);
    }

    private boolean may(String text, int from, int to) {
        return Triggers.may(text, from, to, seen(text, from, to), text.charAt(to), keys);
    }

    private static int seen(String text, int from, int to) {
        return text.substring(from, to)
                .chars()
                .map(c -> Chars.classOf((char) c))
                .reduce(0, (a, b) -> a | b);
    }

    /** Not of letters alone: those are told otherwise. */
    private static String run(Random random) {
        StringBuilder run = new StringBuilder();
        while (run.length() == 0 || run.chars().allMatch(c -> Chars.isLetter((char) c))) {
            run.append(PARTS[random.nextInt(PARTS.length)]);
        }
        if (random.nextBoolean()) {
            run.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return run.toString();
    }

    private static String around(Random random, int most) {
        StringBuilder around = new StringBuilder();
        for (int i = 0; i < most; i++) {
            around.append(AROUND.charAt(random.nextInt(AROUND.length())));
        }
        return around.length() == 0 || !Chars.isInRun(around.charAt(around.length() - 1))
                ? around.toString()
                : around + " ";
    }

    private static char sign(Random random) {
        char sign = AROUND.charAt(random.nextInt(AROUND.length()));
        return Chars.isInRun(sign) ? ' ' : sign;
    }
}
