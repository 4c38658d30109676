package io.pixsim.logging.collector.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.pixsim.logging.collector.store.Search;

/**
 * A search as a condition on the texts of an entry. SQLite knows cases of ASCII letters only: words with others are looked for
 * as typed, in lower and in upper case.
 */
final class SearchCondition {

    static final List<String> TEXTS = List.of(
            "msg", "error", "error_type", "stage", "domain", "channel", "operation_type", "provider_id", "service");

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    private SearchCondition() {}

    static void add(Where where, Search search) {
        SearchCondition condition = new SearchCondition();
        for (Search.Alternative alternative : search.alternatives()) {
            condition.sql.append(condition.sql.isEmpty() ? "(" : " OR ");
            condition.alternative(alternative);
        }
        where.and(condition.sql + ")", condition.arguments.toArray());
    }

    private void alternative(Search.Alternative alternative) {
        sql.append("(1");
        if (alternative.phrase() != null) {
            sql.append(" AND ");
            holds(alternative.phrase());
        }
        for (String without : alternative.without()) {
            sql.append(" AND NOT ");
            holds(without);
        }
        sql.append(')');
    }

    /** Whether any of the texts holds a phrase; a column without a text holds none. */
    private void holds(String phrase) {
        sql.append("coalesce(");
        String or = "";
        for (String text : TEXTS) {
            for (String spelling : spellings(phrase)) {
                like(or, text, spelling);
                or = " OR ";
            }
        }
        for (String spelling : spellings(asInJson(phrase))) {
            like(or, "extra", spelling);
        }
        sql.append(", 0)");
    }

    /** As {@code extra} spells it. */
    static String asInJson(String phrase) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(phrase));
    }

    private void like(String or, String column, String text) {
        sql.append(or).append(column).append(" LIKE ? ESCAPE '\\'");
        arguments.add("%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    private static Set<String> spellings(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 128);
        return ascii
                ? Set.of(text)
                : new TreeSet<>(List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)));
    }
}
