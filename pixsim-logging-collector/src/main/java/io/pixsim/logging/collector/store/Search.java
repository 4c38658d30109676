package io.pixsim.logging.collector.store;

import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.collector.entry.Column;
import org.jspecify.annotations.Nullable;

/**
 * What people type to find entries. {@code a | b} finds what holds one of both; {@code !word} leaves out what holds the word;
 * all else is one phrase that is looked for as it stands, in any case. Nothing in it is a wildcard. In double quotes, {@code
 * |} and {@code !} mean themselves.
 *
 * @param alternatives of which an entry must meet one; at least one
 */
public record Search(List<Alternative> alternatives) {

    /** The columns that are searched, beside {@code extra}. Indexes are made of them in this order. */
    public static final List<Column> COLUMNS = List.of(
            Column.MSG,
            Column.ERROR,
            Column.ERROR_TYPE,
            Column.STAGE,
            Column.DOMAIN,
            Column.CHANNEL,
            Column.OPERATION_TYPE,
            Column.PROVIDER_ID,
            Column.SERVICE);

    /** The most characters of a search. */
    public static final int MAX_LENGTH = 1000;

    /** A copy that nobody changes. */
    public Search {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * One of the alternatives.
     *
     * @param phrase what an entry must hold, or null for anything
     * @param without what it must not hold
     */
    public record Alternative(@Nullable String phrase, List<String> without) {

        /** A copy that nobody changes. */
        public Alternative {
            without = List.copyOf(without);
        }
    }

    /**
     * Reads a search.
     *
     * @param text as typed
     * @return the search, or null when there is nothing to look for
     */
    public static @Nullable Search parse(String text) {
        List<Alternative> alternatives = new ArrayList<>();
        for (String part : parts(text, '|')) {
            Alternative alternative = alternative(part);
            if (alternative.phrase() != null || !alternative.without().isEmpty()) {
                alternatives.add(alternative);
            }
        }
        return alternatives.isEmpty() ? null : new Search(alternatives);
    }

    private static Alternative alternative(String part) {
        StringBuilder phrase = new StringBuilder();
        List<String> without = new ArrayList<>();
        for (String word : parts(part, ' ')) {
            if (word.startsWith("!") && word.length() > 1) {
                without.add(unquoted(word.substring(1)));
            } else {
                phrase.append(phrase.isEmpty() ? "" : " ").append(unquoted(word));
            }
        }
        String text = phrase.toString().strip();
        return new Alternative(text.isEmpty() ? null : text, without);
    }

    /** The parts between separators, those in double quotes not counted. */
    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted && text.indexOf('"', i + 1) > 0;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 2 && word.startsWith("\"") && word.endsWith("\"");
        return quoted ? word.substring(1, word.length() - 1) : word;
    }
}
