package io.pixsim.logging.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineSplitterTest {

    private static final char[] ALPHABET = "ab \t\n\r\b\u001b[]0;m\u0007\u009b\\P\u0000\ud83d\ude00".toCharArray();

    static List<List<Object>> texts() {
        return List.of(
                List.of("a\nb\r\nc", List.of("a", "b", "c")),
                List.of("10%\r50%\r100%\n", List.of("100%")),
                List.of("10%\r50%\r\n", List.of("50%")),
                List.of("10%\r\r\r", List.of("10%")),
                List.of("\n\n  \n", List.of()),
                List.of("\u001b[1;31mred\u001b[0m", List.of("red")),
                List.of("\u001b]0;title\u0007text", List.of("text")),
                List.of("\u001b]0;title\u001b\\text", List.of("text")),
                List.of("\u001b]never ends\nnext", List.of("next")),
                List.of("\u009b31mred", List.of("red")),
                List.of("\u001b(Bascii", List.of("ascii")),
                List.of("1%\b\b2%", List.of("2%")),
                List.of("a\u0000b\u0007c\td", List.of("abc\td")),
                List.of("one two three four five", List.of("one two three … 9 characters left out")),
                List.of("0123456789012345678901234", List.of("… 25 characters left out")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextBecomesLines(List<Object> textAndLines) {
        assertThat(lines((String) textAndLines.get(0), 16)).isEqualTo(textAndLines.get(1));
    }

    @Test
    void howATextIsCutIntoReadsMakesNoDifference() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            String text = text(random);

            List<String> whole = lines(text, 12);
            List<String> inPieces = new ArrayList<>();
            LineSplitter splitter = new LineSplitter(12, inPieces::add);
            for (int i = 0; i < text.length(); i++) {
                splitter.add(new char[] {text.charAt(i)}, 1);
            }
            splitter.end();

            assertThat(inPieces).as(text).isEqualTo(whole);
            assertThat(whole)
                    .as(text)
                    .allSatisfy(line -> assertThat(line)
                            .isNotBlank()
                            .matches(clean -> clean.chars().noneMatch(c -> c != '\t' && Character.isISOControl(c)))
                            .hasSizeLessThan(12 + 40));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    private static List<String> lines(String text, int maxLength) {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(maxLength, lines::add);
        splitter.add(text.toCharArray(), text.length());
        splitter.end();
        return lines;
    }
}
