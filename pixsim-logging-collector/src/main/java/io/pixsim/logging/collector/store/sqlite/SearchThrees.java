package io.pixsim.logging.collector.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.pixsim.logging.collector.store.Search;
import org.jspecify.annotations.Nullable;

/** What entries that meet a search hold: all threes of characters of a phrase, in one of its spellings. Immutable. */
final class SearchThrees {

    private final List<int[]> spellings;

    private SearchThrees(List<int[]> spellings) {
        this.spellings = spellings;
    }

    /** Nothing for a search that an entry without any of them may meet. */
    static Optional<SearchThrees> of(@Nullable Search search) {
        if (search == null) {
            return Optional.empty();
        }
        List<int[]> spellings = new ArrayList<>();
        for (Search.Alternative alternative : search.alternatives()) {
            String phrase = alternative.phrase();
            if (phrase == null) {
                return Optional.empty();
            }
            for (String spelling : SearchCondition.spellings(phrase)) {
                spellings.add(ThreesFilter.of(upToNul(spelling)));
            }
        }
        boolean isAnyShort = spellings.stream().anyMatch(threes -> threes.length == 0);
        return isAnyShort ? Optional.empty() : Optional.of(new SearchThrees(spellings));
    }

    /** For LIKE a pattern ends there. */
    private static String upToNul(String text) {
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    /** Whether one of the entries may meet the search whose threes are in a packed filter. */
    boolean mayBeIn(byte[] packed) {
        return spellings.stream().anyMatch(threes -> ThreesFilter.holds(packed, threes));
    }
}
