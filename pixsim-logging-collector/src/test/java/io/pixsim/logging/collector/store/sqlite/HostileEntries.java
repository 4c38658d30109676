package io.pixsim.logging.collector.store.sqlite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.sql.SearchSql;

/** Entries with texts that are hard to compare, and searches of which many find a few of them. */
final class HostileEntries {

    /** Letters with another case that is ASCII, that is longer or that there is none of, halves of pairs, what is not written. */
    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "k",
            "\u212A",
            "s",
            "\u017F",
            "ß",
            "\u1E9E",
            "İ",
            "ı",
            "ä",
            "Ä",
            "Σ",
            "ς",
            "中",
            "文",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "?",
            "\0",
            "\uFFFD",
            "\uFFFE",
            "\uFFFF",
            "\uFFFC",
            "%",
            "_",
            "\\",
            "\"",
            "'",
            "|",
            "!",
            " ",
            "\n",
            "\t",
            "\u0001",
            "\u007F",
            "\u0080",
            "0",
            "1");

    private static final List<Column> TEXTS =
            List.of(Column.MSG, Column.ERROR, Column.OPERATION_TYPE, Column.CHANNEL, Column.DOMAIN);

    private final Random random;
    private final Instant begin;
    private final List<String> texts = new ArrayList<>();
    private int made;

    HostileEntries(long seed, Instant begin) {
        this.random = new Random(seed);
        this.begin = begin;
    }

    /** The times go on, but not in order. */
    LogEntry next() {
        String text = text();
        texts.add(text);
        LogEntry.Builder entry = LogEntry.builder()
                .micros(EntryTime.micros(begin) + made++ + random.nextInt(random.nextInt(50) == 0 ? 9_000 : 30))
                .severity(random.nextInt(9) == 0 ? Severity.ERROR : Severity.INFO)
                .set(Column.SERVICE, random.nextBoolean() ? "api" : "worker")
                .set(TEXTS.get(random.nextInt(TEXTS.size())), text);
        if (random.nextInt(4) == 0) {
            String other = text();
            texts.add(other);
            entry.extra("{\"text\":\"" + SearchSql.asInJson(other) + "\"}");
        }
        return entry.build();
    }

    /** Of each thousand the words are others, so that blocks differ. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            text.append(random.nextInt(3) == 0 ? word() : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private String word() {
        return Integer.toString(Math.abs((made / 1_000 * 37 + random.nextInt(9)) * 0x9E3779B1), Character.MAX_RADIX);
    }

    String search() {
        StringBuilder search = new StringBuilder(phrase());
        while (random.nextInt(4) == 0) {
            search.append(random.nextBoolean() ? " | " : " !").append(phrase());
        }
        return random.nextInt(12) == 0 ? "!" + search : search.toString();
    }

    private String phrase() {
        String text = random.nextInt(6) == 0 ? text() : texts.get(random.nextInt(texts.size()));
        int from = text.isEmpty() ? 0 : random.nextInt(text.length());
        String part = text.substring(from, Math.min(text.length(), from + 2 + random.nextInt(9)));
        return switch (random.nextInt(6)) {
            case 0 -> part.toUpperCase(Locale.ROOT);
            case 1 -> part.toLowerCase(Locale.ROOT);
            case 2 -> '"' + part + '"';
            case 3 -> part.replaceAll("[\\uD800-\\uDFFF]", "?").replaceAll("[\uFFFE\uFFFF]", "\uFFFD");
            case 4 -> part + '\0' + word();
            default -> part;
        };
    }
}
