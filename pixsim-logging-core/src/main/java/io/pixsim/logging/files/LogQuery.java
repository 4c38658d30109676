package io.pixsim.logging.files;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted, and in which order: all of them, oldest first, but for what is said. Whatever is said must all
 * hold. The filters are those of the log API. Immutable: each method gives another query.
 *
 * <pre>{@code
 * LogQuery.all().job(123).minLevel(Severity.WARNING).newestFirst().limit(100)
 * }</pre>
 */
public final class LogQuery {

    private static final LogQuery ALL = new LogQuery(List.of(), false, Long.MAX_VALUE, null);

    private final List<LogFilter> filters;
    private final boolean newestFirst;
    private final long limit;
    private final @Nullable Instant from;

    private LogQuery(List<LogFilter> filters, boolean newestFirst, long limit, @Nullable Instant from) {
        this.filters = filters;
        this.newestFirst = newestFirst;
        this.limit = limit;
        this.from = from;
    }

    /**
     * Every event, oldest first.
     *
     * @return the query
     */
    public static LogQuery all() {
        return ALL;
    }

    /**
     * Events of a job.
     *
     * @param id its id; the same as the text of it
     * @return the query
     */
    public LogQuery job(long id) {
        return job(String.valueOf(id));
    }

    /**
     * Events of a job.
     *
     * @param id its id; a number in the file is compared with its digits
     * @return the query
     */
    public LogQuery job(String id) {
        return with(equal(Fields.JOB_ID, id));
    }

    /**
     * Events of a request.
     *
     * @param id its id
     * @return the query
     */
    public LogQuery request(String id) {
        return with(equal(Fields.REQUEST_ID, id));
    }

    /**
     * Events of a stage, or of a group of stages.
     *
     * @param stage the exact name, or a group with its colon, such as {@code provider:}
     * @return the query
     */
    public LogQuery stage(String stage) {
        if (stage.endsWith(":")) {
            return with(new LogFilter(
                    event ->
                            event.stage().filter(name -> name.startsWith(stage)).isPresent(),
                    Needle.exact(stage)));
        }
        return with(new LogFilter(event -> event.stage().filter(stage::equals).isPresent(), Needle.exact(stage)));
    }

    /**
     * Events of a service.
     *
     * @param service its exact name
     * @return the query
     */
    public LogQuery service(String service) {
        return with(equal(Fields.SERVICE, service));
    }

    /**
     * Events about a provider.
     *
     * @param id the provider's exact id
     * @return the query
     */
    public LogQuery provider(String id) {
        return with(equal(Fields.PROVIDER_ID, id));
    }

    /**
     * Events of a severity, however the line spells it.
     *
     * @param level the severity; exactly this one
     * @return the query
     */
    public LogQuery level(Severity level) {
        Objects.requireNonNull(level, "level");
        return with(new LogFilter(event -> event.level() == level, null));
    }

    /**
     * Events of a severity or a worse one.
     *
     * @param level the least severity
     * @return the query
     */
    public LogQuery minLevel(Severity level) {
        Objects.requireNonNull(level, "level");
        return with(new LogFilter(event -> event.level().compareTo(level) >= 0, null));
    }

    /**
     * Events at a time or after it. Those without a time are left out.
     *
     * @param time the earliest time
     * @return the query
     */
    public LogQuery from(Instant time) {
        Objects.requireNonNull(time, "time");
        LogFilter filter = new LogFilter(
                event -> event.timestamp().filter(at -> !at.isBefore(time)).isPresent(), null);
        return new LogQuery(and(filter), newestFirst, limit, time);
    }

    /**
     * Events at a time or before it. Those without a time are left out.
     *
     * @param time the latest time
     * @return the query
     */
    public LogQuery to(Instant time) {
        Objects.requireNonNull(time, "time");
        return with(new LogFilter(
                event -> event.timestamp().filter(at -> !at.isAfter(time)).isPresent(), null));
    }

    /**
     * Events that hold a text, in any case: in the message, the error, the stack trace or any other value, at any depth.
     *
     * @param text the text
     * @return the query
     */
    public LogQuery text(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return with(new LogFilter(
                event -> holds(event.isJson() ? event.fields() : event.line(), wanted), Needle.inAnyCase(text)));
    }

    /**
     * The newest events first; without this, the oldest.
     *
     * @return the query
     */
    public LogQuery newestFirst() {
        return new LogQuery(filters, true, limit, from);
    }

    /**
     * At most so many events: the first ones in the order asked for.
     *
     * @param events how many, at least 1
     * @return the query
     */
    public LogQuery limit(long events) {
        if (events < 1) {
            throw new IllegalArgumentException("limit < 1: " + events);
        }
        return new LogQuery(filters, newestFirst, events, from);
    }

    boolean isNewestFirst() {
        return newestFirst;
    }

    long limit() {
        return limit;
    }

    @Nullable
    Instant from() {
        return from;
    }

    boolean matches(LoggedEvent event) {
        for (LogFilter filter : filters) {
            if (!filter.test().test(event)) {
                return false;
            }
        }
        return true;
    }

    /** What every line of JSON that matches has in it. */
    List<Needle> needles() {
        return filters.stream().map(LogFilter::needle).filter(Objects::nonNull).toList();
    }

    private static LogFilter equal(Field field, String value) {
        Objects.requireNonNull(value, field.name());
        return new LogFilter(event -> event.text(field).filter(value::equals).isPresent(), Needle.exact(value));
    }

    private static boolean holds(@Nullable Object value, String wanted) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(member -> holds(member, wanted));
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(element -> holds(element, wanted));
        }
        return value != null && LoggedEvent.text(value).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private LogQuery with(LogFilter filter) {
        return new LogQuery(and(filter), newestFirst, limit, from);
    }

    private List<LogFilter> and(LogFilter filter) {
        List<LogFilter> more = new ArrayList<>(filters);
        more.add(filter);
        return List.copyOf(more);
    }
}
