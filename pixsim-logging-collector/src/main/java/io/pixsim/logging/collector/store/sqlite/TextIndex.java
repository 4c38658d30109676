package io.pixsim.logging.collector.store.sqlite;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.sql.Where;

/**
 * The index to the texts of a day that is done with: which entries hold three characters in a row. An entry that holds a
 * phrase holds all threes of it, so none is missed; whether one that does also holds the phrase is looked up in the entry.
 */
final class TextIndex {

    static final String CREATE =
            "CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(" + String.join(", ", SearchCondition.TEXTS)
                    + ", extra, content='entries', content_rowid='id', detail=none, tokenize='trigram')";

    static final String BUILD = "INSERT INTO texts(texts) VALUES ('rebuild')";

    private static final String HITS = "SELECT rowid FROM texts WHERE texts MATCH ?";
    /** Entries that the index finds, in the order of their ids; its one parameter is the question. */
    static final String FOUND =
            "(SELECT rowid AS hit FROM texts WHERE texts MATCH ?) CROSS JOIN entries ON entries.id = hit";

    private static final int LENGTH = 3;

    private TextIndex() {}

    /** What the index is asked for a search, or nothing when it can't tell. */
    static Optional<String> question(DayFile file, EntryFilter filter) {
        Search search = filter.search();
        if (search == null || !file.state().sealed()) {
            return Optional.empty();
        }
        Set<String> any = new LinkedHashSet<>();
        for (Search.Alternative alternative : search.alternatives()) {
            String phrase = alternative.phrase();
            if (phrase == null) {
                return Optional.empty();
            }
            for (String spelling : List.of(phrase, SearchCondition.asInJson(phrase))) {
                String threes = threes(spelling);
                if (threes.isEmpty()) {
                    return Optional.empty();
                }
                any.add("(" + threes + ")");
            }
        }
        return Optional.of(String.join(" OR ", any));
    }

    private static String threes(String text) {
        int[] characters = text.codePoints().toArray();
        Set<String> threes = new LinkedHashSet<>();
        int last = characters.length - LENGTH;
        // Side by side, and the last one: those between find hardly less, and each is looked up.
        for (int i = 0; i <= last; i = i < last ? Math.min(i + LENGTH, last) : last + 1) {
            String three = new String(characters, i, LENGTH);
            if (three.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
                threes.add('"' + three.replace("\"", "\"\"") + '"');
            }
        }
        return threes.stream().collect(Collectors.joining(" AND "));
    }

    /** Adds to a condition that the index finds an entry. */
    static void narrow(Where where, String question) {
        where.and("id IN (" + HITS + ")", question);
    }

    /** How many entries the index finds, up to a number. */
    static int hits(ReadConnection reader, String question, int atMost) throws SQLException {
        return reader.count(HITS, question, atMost);
    }
}
