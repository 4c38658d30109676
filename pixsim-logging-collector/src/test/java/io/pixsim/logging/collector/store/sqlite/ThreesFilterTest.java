package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ThreesFilterTest {

    private final ThreesFilter filter = new ThreesFilter();

    @Test
    void whatATextHoldsIsToldWhateverElseWasAdded() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            filter.clear();
            String text = text(random, 3 + random.nextInt(5_000));
            for (int others = random.nextInt(40); others > 0; others--) {
                filter.add(text(random, random.nextInt(3_000)));
            }
            filter.add(text);

            byte[] packed = filter.packed();

            for (int i = 0; i < 50; i++) {
                int from = random.nextInt(text.length() - 2);
                String part = text.substring(from, Math.min(text.length(), from + 3 + random.nextInt(20)));
                assertThat(ThreesFilter.holds(packed, ThreesFilter.of(part))).isTrue();
            }
        }
    }

    @Test
    void asciiLettersAreTheSameInAnyCase() {
        filter.add("TimeoutError");

        assertThat(holds("TIMEOUT")).isTrue();
        assertThat(holds("timeouterror")).isTrue();
    }

    @Test
    void whatIsNotThereIsHardlyEverTold() {
        for (int i = 0; i < 4_096; i++) {
            filter.add("request " + i + " accepted after " + i % 977 + " ms by worker-" + i % 16);
        }
        byte[] packed = filter.packed();

        int told = 0;
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            String word = Long.toString(random.nextLong(1L << 40), Character.MAX_RADIX)
                    .toLowerCase(Locale.ROOT);
            told += ThreesFilter.holds(packed, ThreesFilter.of("z" + word)) ? 1 : 0;
        }
        assertThat(told).isLessThan(5);
    }

    @Test
    void fewThreesTakeLittleRoom() {
        filter.add("the same again");

        assertThat(filter.packed().length).isLessThanOrEqualTo(64);
    }

    @Test
    void nothingIsToldOfLessThanThreeCharacters() {
        assertThat(ThreesFilter.of("")).isEmpty();
        assertThat(ThreesFilter.of("ab")).isEmpty();
    }

    @Test
    void whatIsClearedIsGone() {
        filter.add("gone");

        filter.clear();

        assertThat(holds("gone")).isFalse();
    }

    private boolean holds(String phrase) {
        return ThreesFilter.holds(filter.packed(), ThreesFilter.of(phrase));
    }

    private static String text(Random random, int length) {
        List<String> letters = List.of("abcdefgh", "ABC 123", "äßİKſ中文", "\0\uD800\uDC00\uFFFD\uFFFE\uFFFF\\\"%_");
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            String some = letters.get(random.nextInt(letters.size()));
            text.append(some.charAt(random.nextInt(some.length())));
        }
        return text.toString();
    }
}
