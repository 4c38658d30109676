package io.pixsim.logging.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random soup of what the scanner stops at. */
class RedactorFuzzTest {

    private static final int TEXTS = 2_000;

    private final Redactor redactor = new Redactor(RedactionPolicy.standard());

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasHiddenStaysAsItIs(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = soup(random);
            String hidden = redactor.text(text);

            assertThat(redactor.text(hidden)).as(text).isEqualTo(hidden);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNotSuspectedComesBackAsItIs(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = soup(random);
            int classes = text.chars().map(c -> Redactor.classOf((char) c)).reduce(0, (a, b) -> a | b);
            if (!redactor.suspects(classes, text.length())) {
                assertThat(redactor.text(text)).isSameAs(text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNotSuspectedByItsBytesComesBackAsItIs(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = soup(random).replaceAll("[^\\x00-\\x7F]", "");
            int at = random.nextInt(9);
            byte[] ascii = ("x".repeat(at) + text + "\"aaaaaaa").getBytes(StandardCharsets.US_ASCII);
            int classes = text.chars().map(c -> Redactor.classOf((char) c)).reduce(0, (a, b) -> a | b);
            if (!redactor.suspects(text, ascii, at, classes) || !redactor.suspects(text, ascii, at, ~0)) {
                assertThat(redactor.text(text)).isSameAs(text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNotSuspectedByItsOutlineComesBackAsItIs(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = soup(random);
            if (!isSuspectByOutline(text)) {
                assertThat(redactor.text(text)).isSameAs(text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSecretAmongForeignWordsIsPassedOverByItsOutline(int seed) {
        Random random = new Random(seed);
        for (Corpus.Event event : Corpus.secrets()) {
            String whole = String.format(event.message().replace("%", "%%").replace("{}", "%s"), event.arguments());
            String text = foreign(random) + whole + foreign(random);
            boolean hidden = !redactor.text(text).equals(text);

            assertThat(isSuspectByOutline(text) || !hidden).as(text).isTrue();
        }
    }

    private boolean isSuspectByOutline(String text) {
        int at = Integer.BYTES;
        byte[] outline = new byte[at + text.length() + 1 + Long.BYTES];
        for (int i = 0; i < text.length(); i++) {
            outline[at + i] = Redactor.outlineOf(text.charAt(i));
            if (outline[at + i] == Redactor.NO_OUTLINE) {
                return true;
            }
        }
        outline[at + text.length()] = '"';
        return redactor.suspectsOutlined(text, outline, at);
    }

    private static String foreign(Random random) {
        List<String> words = List.of(
                "\u00dcbertragung",
                " l\u00e4uft ",
                "\u8996\u983b\u751f\u6210",
                "\u3001",
                "\u0433\u043e\u0442\u043e\u0432\u043e ",
                "\u043f\u0430\u0440\u043e\u043b\u044c: ",
                "\u5bc6\u7801\uff1a",
                "contrase\u00f1a=",
                "has\u0142o ",
                "\u00f1",
                "q",
                " ",
                ", ");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(words.get(random.nextInt(words.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCleanTextIsGivenBackItself(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = soup(random);
            String hidden = redactor.text(text);

            if (hidden.equals(text)) {
                assertThat(hidden).isSameAs(text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFirstPassMissesNothing(int seed) {
        Random random = new Random(seed);
        KeyRules keys = RedactionPolicy.standard().keyRules();
        for (int i = 0; i < TEXTS; i++) {
            String text = soup(random);
            Spans spans = new Spans();
            new Scanner(text, keys, spans).scan();

            assertThat(Runs.any(text, keys) || spans.isEmpty()).as(text).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSecretOfTheCorpusIsPassedOverByItsBytes(int seed) {
        Random random = new Random(seed);
        for (Corpus.Event event : Corpus.secrets()) {
            String whole = String.format(event.message().replace("%", "%%").replace("{}", "%s"), event.arguments());
            String text = (soup(random) + ' ' + whole).replaceAll("[^\\x00-\\x7F]", "");
            byte[] ascii = (text + "\"aaaaaaa").getBytes(StandardCharsets.US_ASCII);
            boolean hidden = !redactor.text(text).equals(text);

            assertThat(redactor.suspects(text, ascii, 0, ~0) || !hidden)
                    .as(text)
                    .isTrue();
        }
    }

    private static String soup(Random random) {
        List<String> parts = LinearityTest.PARTS;
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            String part = parts.get(random.nextInt(parts.size()));
            text.append(random.nextInt(5) == 0 ? part.substring(random.nextInt(part.length())) : part);
            if (random.nextInt(3) == 0) {
                text.append(random.nextInt(2) == 0 ? "hunter2x9" : " 1");
            }
        }
        return text.toString();
    }
}
