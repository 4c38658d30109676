package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.catalog.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** Whatever an event holds, a reader that knows only the grammar finds its level, service, event and fields. */
class HumanReadBackTest {

    private static final int EVENTS = 3_000;

    /** What no line may hold but as an escape: controls, bidi, zero width, fillers, other blanks, half characters. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|\\p{Cf}|\\p{Zl}|\\p{Zp}|[\\p{Zs}&&[^ ]]|\\p{Cs}"
                    + "|[\u034F\u115F\u1160\u2800\u3164\uFFA0\uFE00]|[\\x{E0000}-\\x{E0FFF}]");

    private static final List<Level> LEVELS = List.of(Level.values());
    private static final List<String> OWN_KEYS =
            List.of("status", "delay_ms", "reason", "ab", "_x", "provider_job_id", "artifact_id", "account_id");
    private static final List<String> FOREIGN_KEYS = List.of(
            "k", "K2", "http.status", "a.job_id", "job id", "job.id", "x=job_id", "\n", "", "é", "msg", "level");
    private static final List<String> PIECES = List.of(
            " ",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u001B[31m",
            "\u009B2J",
            "\u202E",
            "\u200B",
            "\u2028",
            "\uD800",
            "\uDC00",
            "\u3164",
            "\uFEFF",
            "=",
            "job_id=9",
            " job_id=9 ",
            "msg=",
            "[00:00:00] CRIT  x y z=1",
            "\n[00:00:00] CRIT  x y",
            "{",
            "[",
            "\"",
            "a",
            "Z",
            "7",
            "é",
            "\uD83D\uDE00",
            "界",
            "\uDB40\uDC41",
            ",",
            ":",
            "\n{\"level\":\"critical\"}");

    @ParameterizedTest
    @ValueSource(longs = {1, 20251203, 77_777_777})
    void everyRandomEventIsReadBackWithAndWithoutColours(long seed) {
        Random random = new Random(seed);
        HumanLines plain = lines(false);
        HumanLines coloured = lines(true);
        for (int i = 0; i < EVENTS; i++) {
            Map<String, String> expected = new HashMap<>();
            TestEvent event = event(random, expected);

            String written = plain.encode(event);

            HumanReader read = HumanReader.read(written);
            String where = "seed " + seed + ", event " + i + ": " + written;
            assertThat(read.level()).as(where).isEqualTo(expected.remove("level"));
            assertThat(read.service()).as(where).isEqualTo(expected.remove("service"));
            assertThat(read.event()).as(where).isEqualTo(expected.remove("event"));
            expected.forEach(
                    (key, value) -> assertThat(read.field(key)).as(where).isEqualTo(value));
            assertIsHarmless(written, read);
            assertThat(HumanReader.withoutColours(coloured.encode(event))).isEqualTo(written);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddValues")
    void anOddValueCostsNeitherTheLineNorTheOtherFields(String name, Object value) {
        TestEvent event = TestEvent.saying("{} said", value)
                .marked(Stage.PROVIDER_STATUS)
                .in("job_id", "123")
                .with("before", 1)
                .with("odd", value)
                .with("after", 2);

        String written = lines(false).encode(event);

        HumanReader read = HumanReader.read(written);
        assertThat(read.event()).isEqualTo("provider:status");
        assertThat(read.fields())
                .containsEntry("job_id", "123")
                .containsEntry("before", "1")
                .containsEntry("after", "2")
                .containsKeys("odd", "msg");
        assertIsHarmless(written, read);
    }

    static Stream<Arguments> oddValues() {
        return HostileValuesTest.oddValues().map(odd -> Arguments.of(odd.get()[0], odd.get()[1]));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20251203})
    void noExceptionTextBeginsALine(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            TestEvent event = TestEvent.saying("failed")
                    .in("job_id", "123")
                    .failing(new TestFailure(text(random), text(random))
                            .frames(0, text(random).replace('.', ' ') + "." + text(random))
                            .suppressing(new TestFailure(text(random), text(random)))
                            .causedBy(new TestFailure(text(random), null)));

            String written = lines(random.nextBoolean()).encode(event);

            assertIsHarmless(HumanReader.withoutColours(written), HumanReader.read(written));
            assertThat(HumanReader.read(written).below()).isNotEmpty();
        }
    }

    private static void assertIsHarmless(String written, HumanReader read) {
        assertThat(UNSEEN.matcher(written).find()).as(written).isFalse();
        assertThat(read.below()).allSatisfy(line -> assertThat(line).startsWith("  "));
        read.below()
                .forEach(line -> assertThat(line.strip())
                        .doesNotStartWith("[00:00:00] CRIT")
                        .doesNotStartWith("{"));
    }

    /** An event, and what a reader has to find of it. */
    private static TestEvent event(Random random, Map<String, String> expected) {
        Level level = LEVELS.get(random.nextInt(LEVELS.size()));
        Stage stage = Stages.all().get(random.nextInt(Stages.all().size()));
        TestEvent event = TestEvent.saying(text(random)).level(level).marked(stage);
        expected.put("level", level == Level.TRACE ? "DEBUG" : level.name());
        expected.put("service", "worker");
        expected.put("event", stage.getName());
        bind(event, expected, "job_id", random);
        if (random.nextBoolean()) {
            bind(event, expected, "attempt", random);
            bind(event, expected, "error_type", random);
        }
        for (String key : OWN_KEYS) {
            if (random.nextInt(3) == 0) {
                String value = text(random);
                event.with(key, value);
                expected.put(key, value);
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            event.with(FOREIGN_KEYS.get(random.nextInt(FOREIGN_KEYS.size())), text(random));
            event.in("mdc." + i, text(random));
        }
        return event;
    }

    private static void bind(TestEvent event, Map<String, String> expected, String key, Random random) {
        assertThat(Fields.find(key)).isNotNull();
        String value = text(random);
        event.in(key, value);
        expected.put(key, value);
    }

    /** Text of few pieces; not one that is cut, as maps and lists are. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "" : "t");
        for (int i = random.nextInt(8); i > 0 && !text.isEmpty(); i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static HumanLines lines(boolean coloured) {
        return new HumanLines(TestEvent.WORKER, TestEvent.REDACTOR, Limits.DEFAULT, ZoneOffset.UTC, coloured);
    }
}
