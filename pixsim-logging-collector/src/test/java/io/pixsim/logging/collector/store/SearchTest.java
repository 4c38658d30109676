package io.pixsim.logging.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import io.pixsim.logging.collector.store.Search.Alternative;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Test
    void aPhraseIsLookedForAsItStands() {
        assertThat(Search.parse(" connection lost ").alternatives())
                .containsExactly(new Alternative("connection lost", List.of()));
    }

    @Test
    void alternativesAndWhatIsLeftOut() {
        assertThat(Search.parse("timeout !retry !cron | refused").alternatives())
                .containsExactly(
                        new Alternative("timeout", List.of("retry", "cron")), new Alternative("refused", List.of()));
    }

    @Test
    void quotesTakeTheMeaningOfSigns() {
        assertThat(Search.parse("\"a | b\" | \"!c\"").alternatives())
                .containsExactly(new Alternative("a | b", List.of()), new Alternative("!c", List.of()));
    }

    @Test
    void aSignByItselfIsText() {
        assertThat(Search.parse("! wow !").alternatives()).containsExactly(new Alternative("! wow !", List.of()));
        assertThat(Search.parse("say \"hi").alternatives()).containsExactly(new Alternative("say \"hi", List.of()));
    }

    @Test
    void nothingToLookForIsNoSearch() {
        assertThat(Search.parse("  ")).isNull();
        assertThat(Search.parse(" | ")).isNull();
    }

    @Test
    void whateverIsTypedIsRead() {
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                typed.append("ab !|\"".charAt(random.nextInt(6)));
            }

            Search search = Search.parse(typed.toString());

            assertThat(search == null || !search.alternatives().isEmpty()).isTrue();
        }
    }
}
