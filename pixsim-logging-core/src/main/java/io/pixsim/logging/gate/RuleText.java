package io.pixsim.logging.gate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads rules such as {@code generation:INFO,cron:OFF}. */
public final class RuleText {

    private static final int NANO_DIGITS = 9;
    private static final BigDecimal NANOSECOND = BigDecimal.ONE.movePointLeft(NANO_DIGITS);
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(3600);

    private RuleText() {}

    /**
     * Reads {@code domain:LEVEL} pairs.
     *
     * @param text pairs with commas between; domains stay as they are written, but for blanks around them
     * @param wrong is told each item that can't be read, which is left out
     * @return the thresholds by domain
     */
    public static Map<String, Threshold> domains(String text, Consumer<String> wrong) {
        return pairs(text, Threshold::parse, wrong);
    }

    /**
     * Reads {@code name:rate} pairs; names may hold colons themselves.
     *
     * @param text pairs with commas between
     * @param wrong is told each item that can't be read, which is left out
     * @return the rates by name, each 1 or more
     */
    public static Map<String, Integer> rates(String text, Consumer<String> wrong) {
        return pairs(text, RuleText::rate, wrong);
    }

    /**
     * Reads a list.
     *
     * @param text items with commas between
     * @return the items without the blanks around them
     */
    public static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    /**
     * Reads a number of seconds, with a fraction.
     *
     * @param text the number
     * @return the duration, to the nanosecond, or empty when it is less than one or more than an hour
     */
    public static Optional<Duration> seconds(String text) {
        try {
            BigDecimal seconds = new BigDecimal(text);
            // Compared before it is written out: the text may be 1e999999999.
            boolean inRange = seconds.compareTo(NANOSECOND) >= 0 && seconds.compareTo(MOST_SECONDS) <= 0;
            return inRange
                    ? Optional.of(
                            Duration.ofNanos(seconds.movePointRight(NANO_DIGITS).longValue()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a number of seconds as {@link #seconds} reads it.
     *
     * @param time the duration
     * @return the number, with one digit of its fraction at least
     */
    public static String ofSeconds(Duration time) {
        BigDecimal seconds = BigDecimal.valueOf(time.getSeconds())
                .add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS))
                .stripTrailingZeros();
        return seconds.setScale(Math.max(1, seconds.scale())).toPlainString();
    }

    private static <T> Map<String, T> pairs(String text, Function<String, Optional<T>> parse, Consumer<String> wrong) {
        Map<String, T> pairs = new LinkedHashMap<>();
        for (String item : items(text)) {
            int colon = item.lastIndexOf(':');
            String key = item.substring(0, Math.max(colon, 0)).strip();
            Optional<T> value = key.isEmpty() ? Optional.empty() : parse.apply(item.substring(colon + 1));
            value.ifPresentOrElse(parsed -> pairs.put(key, parsed), () -> wrong.accept(item));
        }
        return pairs;
    }

    private static Optional<Integer> rate(String text) {
        try {
            int rate = Integer.parseInt(text.strip());
            return rate < 1 ? Optional.empty() : Optional.of(rate);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
