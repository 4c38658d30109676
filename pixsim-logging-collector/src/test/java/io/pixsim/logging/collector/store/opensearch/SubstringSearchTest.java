package io.pixsim.logging.collector.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Search;
import org.junit.jupiter.api.Test;

/** A search finds the texts that hold what was typed, and no others, as if each were read. */
@NeedsOpenSearch
class SubstringSearchTest {

    private static final String LETTERS = "abAB _%*?.\\\"\u00e4\u00c4\u4e2d";

    @Test
    void phrasesOfAnyLengthAreFoundWhereverTheyStand() throws Exception {
        Random random = new Random(17);
        List<String> texts = new ArrayList<>();
        List<LogEntry> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String text = text(random, 1 + random.nextInt(12));
            texts.add(text);
            rows.add(Rows.row(text).set(Column.SERVICE, "-").build());
        }
        OpenSearchPlace place = new OpenSearchPlace();
        try (LogStore store = place.open(Clock.systemUTC())) {
            store.append(new Append(null, rows)).get(2, TimeUnit.MINUTES);
            for (int i = 0; i < 200; i++) {
                String phrase = text(random, 1 + random.nextInt(5)).strip();
                if (phrase.isEmpty()) {
                    continue;
                }
                Search search = new Search(List.of(new Search.Alternative(phrase, List.of())));

                List<Object> found = Rows.messages(
                        store, EntryFilter.builder().search(search).build());

                assertThat(found)
                        .as("holds " + phrase)
                        .containsExactlyElementsOf(texts.stream()
                                .filter(text -> holds(text, phrase))
                                .toList());
            }
        } finally {
            place.close();
        }
    }

    private static boolean holds(String text, String phrase) {
        return text.toLowerCase(Locale.ROOT).contains(phrase.toLowerCase(Locale.ROOT));
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
