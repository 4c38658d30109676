package io.pixsim.logging.collector.store.sqlite;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.sql.Where;

/**
 * In which parts of a day's file an id occurs that is drawn at random, while the day lasts. An index of such ids grows everywhere
 * at once: a commit writes as many pages as there are ids in it. This one takes down what is new, and merges it later with what was
 * there.
 */
final class RecentIds {

    static final String CREATE = "CREATE VIRTUAL TABLE recent_ids"
            + " USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii')";

    static final String INSERT = "INSERT INTO recent_ids (rowid, words) VALUES (?, ?)";

    /** The indexes of a file to which nothing is added any more. */
    static final List<String> INDEXES = List.of(
            "CREATE INDEX IF NOT EXISTS entries_request ON entries (request_id, ts) WHERE request_id IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS entries_trace ON entries (trace_id, ts) WHERE trace_id IS NOT NULL");

    /** Entries whose ids agree but for the lowest bits are one part. */
    static final int PART = 32;

    private static final String HITS = "SELECT rowid FROM recent_ids WHERE recent_ids MATCH ?";

    /** Entries of all parts that the index finds; its one parameter is the question. */
    static final String FOUND = "(SELECT rowid * " + PART + " AS first FROM recent_ids WHERE recent_ids MATCH ?)"
            + " CROSS JOIN entries ON entries.id BETWEEN first AND first + " + (PART - 1);

    /** What is drawn at random, with the letter that its words begin with. */
    private static final Map<Column, Character> LETTERS =
            new EnumMap<>(Map.of(Column.REQUEST_ID, 'r', Column.TRACE_ID, 't'));

    private RecentIds() {}

    /** What the index is asked for a filter, or nothing when it can't tell. */
    static Optional<String> question(DayFile file, EntryFilter filter) {
        if (!file.state().recentIds()) {
            return Optional.empty();
        }
        Set<String> words = new LinkedHashSet<>();
        LETTERS.forEach((column, letter) -> {
            String id = filter.equal().get(column);
            if (id != null) {
                words.add(word(letter, id));
            }
        });
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", words));
    }

    /** The words of an entry. */
    static void addWords(LogEntry entry, Set<String> words) {
        for (Map.Entry<Column, Character> letter : LETTERS.entrySet()) {
            Object id = entry.get(letter.getKey());
            if (id != null) {
                words.add(word(letter.getValue(), id.toString()));
            }
        }
    }

    /** By a hash that is the same everywhere: two ids that share one are told apart by their entries. */
    private static String word(char letter, String id) {
        return letter + Integer.toHexString(id.hashCode());
    }

    /** Adds to a condition that an entry is in a part that the index finds. */
    static void narrow(Where where, String question) {
        where.and("id IN (SELECT entries.id FROM " + FOUND + ")", question);
    }

    /** Whether there are less entries in the parts that the index finds than a number. */
    static boolean areLess(ReadConnection reader, String question, int entries) throws SQLException {
        int parts = entries / PART + 1;
        return reader.count(HITS, question, parts) < parts;
    }
}
