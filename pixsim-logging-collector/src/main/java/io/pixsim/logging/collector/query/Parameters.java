package io.pixsim.logging.collector.query;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.ColumnType;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.Search;
import org.jspecify.annotations.Nullable;

/** What a client asks: names and values. An empty value is as good as none; names that nobody knows are passed over. */
public final class Parameters {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,19}(\\.\\d{1,9})?");
    private static final Pattern LOST_PLUS = Pattern.compile(" (?=\\d\\d:?\\d\\d$)");

    private final Map<String, String> values;

    /** The parameters of a request. */
    public Parameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of a name, or null. */
    public @Nullable String text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The value of a name, or another one. */
    public String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    /** A whole number between two, or another one when there is none. */
    public int number(String name, int from, int to, int otherwise) throws ParameterException {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        long number = NUMBER.matcher(value).matches() ? Long.parseLong(value) : Long.MIN_VALUE;
        if (number < from || number > to) {
            throw new ParameterException(name, name + " not in " + from + ".." + to + ": " + value);
        }
        return (int) number;
    }

    /** The filter that all of the names make together. */
    public EntryFilter filter() throws ParameterException {
        EntryFilter.Builder filter = EntryFilter.builder();
        for (Column column : Column.all()) {
            String value = text(column.wireName());
            if (value != null) {
                filter.equal(column, checked(column, value));
            }
        }
        String prefix = text("stage_prefix");
        if (prefix != null && text(Column.STAGE.wireName()) == null) {
            filter.stagePrefix(prefix.endsWith(":") ? prefix.substring(0, prefix.length() - 1) : prefix);
        }
        OptionalLong from = time("start_time");
        OptionalLong to = time("end_time");
        from.ifPresent(filter::fromMicros);
        to.ifPresent(filter::toMicros);
        return filter.minSeverity(minLevel()).search(search()).build();
    }

    private static String checked(Column column, String value) throws ParameterException {
        if (column.type() == ColumnType.INTEGER && !NUMBER.matcher(value).matches()) {
            throw new ParameterException(column.wireName(), column.wireName() + " is not a whole number: " + value);
        }
        return value;
    }

    private @Nullable Severity minLevel() throws ParameterException {
        String value = text("min_level");
        if (value == null) {
            return null;
        }
        return Severity.parse(value)
                .orElseThrow(() -> new ParameterException(
                        "min_level", "min_level is not debug, info, warning, error or critical: " + value));
    }

    private @Nullable Search search() throws ParameterException {
        String value = text("search");
        if (value != null && value.length() > Search.MAX_LENGTH) {
            throw new ParameterException("search", "search longer than " + Search.MAX_LENGTH + ": " + value.length());
        }
        return value == null ? null : Search.parse(value);
    }

    /** A time in ISO 8601, without a zone UTC, or seconds since 1970. */
    public OptionalLong time(String name) throws ParameterException {
        String value = text(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        // A plus that was not encoded arrives as a blank.
        UnaryOperator<String> mended =
                text -> text.contains(":") ? LOST_PLUS.matcher(text).replaceFirst("+") : text;
        OptionalLong time = SECONDS.matcher(value).matches()
                ? EntryTime.ofNumber(new BigDecimal(value))
                : EntryTime.parse(value).isPresent() ? EntryTime.parse(value) : EntryTime.parse(mended.apply(value));
        if (time.isEmpty()) {
            throw new ParameterException(name, name + " is neither ISO 8601 nor seconds since 1970: " + value);
        }
        return time;
    }
}
