package io.pixsim.logging.collector.store.postgres;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.sql.SearchSql;

/**
 * A search as a condition on the texts of an entry, all in one, as the index of days that are over has them. Which letters
 * are the same in another case depends on the database: words with others than ASCII's are looked for as typed, in lower and
 * in upper case.
 */
final class SearchCondition extends SearchSql {

    private final String text;
    private final boolean others;

    SearchCondition(Table table) {
        text = text(table);
        others = !table.isOwn();
    }

    /** All texts of a row in one; what is between them is in none. */
    static String text(Table table) {
        return "("
                + Search.COLUMNS.stream()
                        .filter(column -> table.column(column) != null)
                        .map(column -> "coalesce(" + Table.quoted(column.wireName()) + ", '')")
                        .collect(Collectors.joining(" || chr(1) || "))
                + " || chr(1) || coalesce(extra::text, ''))";
    }

    @Override
    protected void holds(String phrase) {
        String or = "(";
        for (String spelling : spellings(phrase)) {
            like(or + text + " ILIKE ?", spelling);
            or = " OR ";
        }
        sql(")");
    }

    /** As it stands in a text, and as it stands in JSON. */
    private Set<String> spellings(String phrase) {
        String clean = phrase.replace("\0", "");
        Set<String> spellings = new TreeSet<>(cases(clean));
        for (String spelling : List.copyOf(spellings)) {
            String json = asInJson(spelling);
            spellings.add(json);
            if (others && !isAscii(clean)) {
                spellings.add(escaped(json));
            }
        }
        return spellings;
    }

    /** Python's JSON is ASCII. */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            escaped.append(c < 128 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return escaped.toString();
    }
}
