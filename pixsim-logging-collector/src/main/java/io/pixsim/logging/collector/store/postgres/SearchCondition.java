package io.pixsim.logging.collector.store.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.Search;

/**
 * A search as a condition on the texts of an entry, all in one, as the index of days that are over has them. Which letters
 * are the same in another case depends on the database: words with others than ASCII's are looked for as typed, in lower and
 * in upper case.
 */
final class SearchCondition {

    private static final List<Column> TEXTS = List.of(
            Column.MSG,
            Column.ERROR,
            Column.ERROR_TYPE,
            Column.STAGE,
            Column.DOMAIN,
            Column.CHANNEL,
            Column.OPERATION_TYPE,
            Column.PROVIDER_ID,
            Column.SERVICE);

    private final String text;
    private final boolean others;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    private SearchCondition(Table table) {
        text = text(table);
        others = !table.isOwn();
    }

    /** All texts of a row in one; what is between them is in none. */
    static String text(Table table) {
        return "("
                + TEXTS.stream()
                        .filter(column -> table.column(column) != null)
                        .map(column -> "coalesce(" + Table.quoted(column.wireName()) + ", '')")
                        .collect(Collectors.joining(" || chr(1) || "))
                + " || chr(1) || coalesce(extra::text, ''))";
    }

    static void add(Where where, Table table, Search search) {
        SearchCondition condition = new SearchCondition(table);
        for (Search.Alternative alternative : search.alternatives()) {
            condition.sql.append(condition.sql.isEmpty() ? "(" : " OR ");
            condition.alternative(alternative);
        }
        where.and(condition.sql + ")", condition.arguments.toArray());
    }

    private void alternative(Search.Alternative alternative) {
        sql.append("(true");
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

    private void holds(String phrase) {
        String or = "(";
        for (String spelling : spellings(phrase)) {
            sql.append(or).append(text).append(" ILIKE ?");
            arguments.add(
                    "%" + spelling.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            or = " OR ";
        }
        sql.append(')');
    }

    /** As it stands in a text, and as it stands in JSON. */
    private Set<String> spellings(String phrase) {
        String clean = phrase.replace("\0", "");
        boolean ascii = clean.chars().allMatch(c -> c < 128);
        Set<String> spellings = ascii
                ? new TreeSet<>(List.of(clean))
                : new TreeSet<>(List.of(clean, clean.toLowerCase(Locale.ROOT), clean.toUpperCase(Locale.ROOT)));
        for (String spelling : List.copyOf(spellings)) {
            String json = new String(JsonStringEncoder.getInstance().quoteAsString(spelling));
            spellings.add(json);
            if (others && !ascii) {
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
