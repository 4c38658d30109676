package io.pixsim.logging.collector.store.sqlite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.sql.SearchSql;

/**
 * A search as a condition on the texts of an entry. SQLite knows cases of ASCII letters only: words with others are looked for
 * in each of their usual cases.
 */
final class SearchCondition extends SearchSql {

    static final List<String> TEXTS =
            Search.COLUMNS.stream().map(Column::wireName).toList();

    /** Whether any of the texts holds a phrase; a column without a text holds none. */
    @Override
    protected void holds(String phrase) {
        sql("coalesce(");
        String or = "";
        for (String text : TEXTS) {
            for (String spelling : cases(phrase)) {
                like(or, text, spelling);
                or = " OR ";
            }
        }
        for (String spelling : cases(phrase)) {
            like(or, "extra", asInJson(spelling));
        }
        sql(", 0)");
    }

    /** All that one of is found where a phrase is. */
    static Set<String> spellings(String phrase) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String spelling : cases(phrase)) {
            spellings.add(spelling);
            spellings.add(asInJson(spelling));
        }
        return spellings;
    }

    private void like(String or, String column, String text) {
        like(or + column + " LIKE ? ESCAPE '\\'", text);
    }
}
