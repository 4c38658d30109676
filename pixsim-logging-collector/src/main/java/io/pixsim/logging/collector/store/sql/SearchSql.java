package io.pixsim.logging.collector.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.pixsim.logging.collector.store.Search;

/** A search as a condition in SQL; a store says how it asks whether an entry holds a phrase. Used for one search. */
public abstract class SearchSql {

    private static final Pattern WORDS = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{L}");
    private static final Pattern FIRST_WORD = Pattern.compile("^\\P{L}*\\p{L}");

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    /** A condition to be made. */
    protected SearchSql() {}

    /** Appends the condition that an entry holds a phrase, by {@link #sql} and {@link #like}. */
    protected abstract void holds(String phrase);

    /** Makes the condition of a search, and adds it. */
    public final void addTo(Where where, Search search) {
        for (Search.Alternative alternative : search.alternatives()) {
            sql(sql.isEmpty() ? "(" : " OR ");
            alternative(alternative);
        }
        where.and(sql + ")", arguments.toArray());
    }

    private void alternative(Search.Alternative alternative) {
        sql("(true");
        if (alternative.phrase() != null) {
            sql(" AND ");
            holds(alternative.phrase());
        }
        for (String without : alternative.without()) {
            sql(" AND NOT ");
            holds(without);
        }
        sql(")");
    }

    /** Appends SQL. */
    protected final void sql(String text) {
        sql.append(text);
    }

    /** Appends a comparison with its pattern: whether what stands on its left holds a text, in which nothing is a wildcard. */
    protected final void like(String comparison, String text) {
        sql(comparison);
        arguments.add("%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /** Whether a database knows all letters of a text in another case. */
    protected static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /**
     * A text as typed and, where that is not sure to find another case, in lower case, in upper case, and as the beginning of a
     * sentence and of a title have it.
     */
    protected static Set<String> cases(String text) {
        if (isAscii(text)) {
            return Set.of(text);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return new TreeSet<>(List.of(
                text, lower, text.toUpperCase(Locale.ROOT), capitals(FIRST_WORD, lower), capitals(WORDS, lower)));
    }

    private static String capitals(Pattern where, String lower) {
        return where.matcher(lower)
                .replaceAll(letter -> Matcher.quoteReplacement(letter.group().toUpperCase(Locale.ROOT)));
    }

    /** As {@code extra} spells it. */
    public static String asInJson(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
