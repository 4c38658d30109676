package io.pixsim.logging.collector.query;

import java.time.Duration;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import org.jspecify.annotations.Nullable;

/** Questions that are answered with entries. Safe for use by many threads. */
public final class Entries {

    private static final int MAX_LIMIT = 1000;
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_OFFSET = 100_000;
    private static final int CHUNK = 256;
    private static final long TOTAL_CAP = 10_000;
    /** Each entry that is found by its text has to be read to be counted. */
    private static final long SEARCH_TOTAL_CAP = 1_000;

    private static final int MAX_PATIENCE_MILLIS = 10_000;
    private static final int AROUND = 20;

    private final LogStore store;

    /** Questions to a store. */
    public Entries(LogStore store) {
        this.store = store;
    }

    /**
     * A page, newest first: {@code logs}, {@code total}, {@code limit}, {@code offset}, and where the next one begins; {@code
     * searched_to} when the time that the client has was over before the page was full.
     */
    public Chunks query(Parameters parameters) throws ParameterException {
        EntryFilter filter = parameters.filter();
        int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        int offset = parameters.number("offset", 0, MAX_OFFSET, 0);
        Position after = Cursors.read(parameters.text("cursor"));
        if (after != null && offset > 0) {
            throw new ParameterException("offset", "offset beside a cursor: " + offset);
        }
        long cap = cap(parameters.text("count", "capped"), filter);
        EntryQuery query =
                new EntryQuery(filter, Order.NEWEST_FIRST, after, offset, limit, patience(parameters, offset));
        return new EntryChunks(store, query, limit, new PageLayout(store, filter, after != null, offset, limit, cap));
    }

    private static @Nullable Duration patience(Parameters parameters, int offset) throws ParameterException {
        int millis = parameters.number("within_ms", 1, MAX_PATIENCE_MILLIS, 0);
        if (millis > 0 && offset > 0) {
            throw new ParameterException("within_ms", "within_ms beside an offset: " + offset);
        }
        return millis == 0 ? null : Duration.ofMillis(millis);
    }

    private static long cap(String count, EntryFilter filter) throws ParameterException {
        return switch (count) {
            case "capped" -> filter.search() == null ? TOTAL_CAP : SEARCH_TOTAL_CAP;
            case "exact" -> Long.MAX_VALUE;
            case "none" -> PageLayout.UNCOUNTED;
            default -> throw new ParameterException("count", "count is not capped, exact or none: " + count);
        };
    }

    /** All entries of an id, oldest first, as a list. */
    public Chunks trace(Column column, String id) {
        EntryFilter filter = EntryFilter.builder().equal(column, id).build();
        EntryQuery query = EntryQuery.first(filter, Order.OLDEST_FIRST, CHUNK);
        return new EntryChunks(store, query, Long.MAX_VALUE, Layouts.LIST);
    }

    /** What a download is made of. */
    public record Export(String mediaType, String fileName, Chunks chunks) {

        private Export packed() {
            return new Export("application/gzip", fileName + ".gz", new GzipChunks(chunks));
        }
    }

    /** All entries of a filter as a download, oldest first, unless told {@code order=newest}. */
    public Export export(Parameters parameters) throws ParameterException {
        EntryFilter filter = parameters.filter();
        int limit = parameters.number("limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        Order order = switch (parameters.text("order", "oldest")) {
            case "oldest" -> Order.OLDEST_FIRST;
            case "newest" -> Order.NEWEST_FIRST;
            default -> throw new ParameterException("order", "order is not oldest or newest");
        };
        boolean packed = packed(parameters);
        EntryQuery query = EntryQuery.first(filter, order, CHUNK);
        Export export = switch (parameters.text("format", "ndjson")) {
            case "ndjson" ->
                new Export("application/x-ndjson", "logs.ndjson", new EntryChunks(store, query, limit, Layouts.LINES));
            case "csv" ->
                new Export("text/csv;charset=utf-8", "logs.csv", new EntryChunks(store, query, limit, Layouts.CSV));
            default -> throw new ParameterException("format", "format is not ndjson or csv");
        };
        return packed ? export.packed() : export;
    }

    private static boolean packed(Parameters parameters) throws ParameterException {
        return switch (parameters.text("compress", "none")) {
            case "none" -> false;
            case "gzip" -> true;
            default -> throw new ParameterException("compress", "compress is not none or gzip");
        };
    }

    /**
     * An entry and what stands around it in time, oldest first: {@code before}, {@code entry}, {@code after}. Its first part is
     * refused by an {@link UnknownEntryException} when there is no such entry.
     */
    public Chunks context(long id, Parameters parameters) throws ParameterException {
        EntryFilter filter = parameters.filter();
        int before = parameters.number("before", 0, MAX_LIMIT, AROUND);
        int after = parameters.number("after", 0, MAX_LIMIT, AROUND);
        return new ContextChunks(store, id, filter, before, after);
    }
}
