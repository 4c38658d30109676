package io.pixsim.logging.test.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.catalog.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint has stored of events that are numbered. Immutable.
 *
 * @param distinct how many different ones are stored: what a receiver has that drops repeats
 * @param duplicates what is stored beyond that, each as often as it is one too many, in the order of arrival
 * @param missing what is not stored although something with a higher number is, in order
 */
public record Accounting(int distinct, List<String> duplicates, List<String> missing) {

    private static final Pattern UID = Pattern.compile("(.+-)(\\d{1,8})");
    /** A bit for each: what is numbered higher is numbered for another reason. */
    private static final long MOST = 100_000_000;

    /**
     * An account.
     *
     * @param distinct how many different ones are stored
     * @param duplicates what is stored beyond that
     * @param missing what is not stored
     */
    public Accounting {
        duplicates = List.copyOf(duplicates);
        missing = List.copyOf(missing);
    }

    /**
     * How many are stored, repeats included.
     *
     * @return the number
     */
    public int stored() {
        return distinct + duplicates.size();
    }

    static Accounting byUid(List<Map<String, @Nullable Object>> events) {
        Tally tally = new Tally();
        for (Map<String, @Nullable Object> event : events) {
            Matcher uid = UID.matcher(String.valueOf(event.get(Wire.EVENT_UID)));
            if (uid.matches()) {
                tally.add(uid.group(1), Integer.parseInt(uid.group(2)));
            }
        }
        return tally.account();
    }

    static Accounting bySequence(List<Map<String, @Nullable Object>> events, String field) {
        Tally tally = new Tally();
        for (Map<String, @Nullable Object> event : events) {
            if (event.get(field) instanceof Long number && number >= 0 && number < MOST) {
                tally.add("", number.intValue());
            }
        }
        return tally.account();
    }

    /** Numbers by whoever gave them. */
    private static final class Tally {

        private final Map<String, BitSet> seen = new TreeMap<>();
        private final List<String> duplicates = new ArrayList<>();

        void add(String origin, int number) {
            BitSet numbers = seen.computeIfAbsent(origin, first -> new BitSet());
            if (numbers.get(number)) {
                duplicates.add(origin + number);
            }
            numbers.set(number);
        }

        Accounting account() {
            List<String> missing = new ArrayList<>();
            int distinct = 0;
            for (Map.Entry<String, BitSet> run : seen.entrySet()) {
                BitSet numbers = run.getValue();
                distinct += numbers.cardinality();
                for (int gap = numbers.nextClearBit(0); gap < numbers.length(); gap = numbers.nextClearBit(gap + 1)) {
                    missing.add(run.getKey() + gap);
                }
            }
            return new Accounting(distinct, duplicates, missing);
        }
    }
}
