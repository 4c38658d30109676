package io.pixsim.logging.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each event of the corpus, through the redactor alone. */
class CorpusTest {

    private final Written written = new Written(new Redactor(RedactionPolicy.standard()));

    static List<Corpus.Event> secrets() {
        return Corpus.secrets();
    }

    static List<Corpus.Event> innocents() {
        return Corpus.innocents();
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void noSecretIsWrittenAndAllElseIs(Corpus.Event event) {
        String text = written.of(event);

        assertThat(text).doesNotContain(event.secrets()).contains(event.keeps());
    }

    @ParameterizedTest
    @MethodSource("innocents")
    void nothingIsHiddenOfWhatHoldsNoSecret(Corpus.Event event) {
        String text = written.of(event);

        assertThat(text).contains(event.keeps());
    }

    @Test
    void theCorpusIsLargeAndEachFamilyOfSecretsHasHardCases() {
        assertThat(secrets()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(innocents()).hasSizeGreaterThanOrEqualTo(250);
        assertThat(secrets().stream()
                        .filter(Corpus.Event::isHard)
                        .map(Corpus.Event::family)
                        .distinct()
                        .toList())
                .containsAll(
                        secrets().stream().map(Corpus.Event::family).distinct().toList());
    }
}
