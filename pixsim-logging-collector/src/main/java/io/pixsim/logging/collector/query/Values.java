package io.pixsim.logging.collector.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.StoreException;
import org.jspecify.annotations.Nullable;

/** Questions about fields and what they hold. Safe for use by many threads. */
public final class Values {

    private static final int MAX_SAMPLE = 2000;
    private static final int DEFAULT_SAMPLE = 300;
    private static final int MAX_LIMIT = 1000;
    private static final int DEFAULT_LIMIT = 100;
    private static final Set<Column> QUICK = Set.of(
            Column.SERVICE,
            Column.CHANNEL,
            Column.DOMAIN,
            Column.LEVEL,
            Column.PROVIDER_ID,
            Column.OPERATION_TYPE,
            Column.STAGE);

    private final LogStore store;

    /** Questions to a store. */
    public Values(LogStore store) {
        this.store = store;
    }

    /** Which fields there are: all columns, and what the newest entries have besides. */
    public byte[] fields(Parameters parameters) throws ParameterException, StoreException {
        String service = parameters.text("service");
        int sample = parameters.number("sample_limit", 1, MAX_SAMPLE, DEFAULT_SAMPLE);
        EntryFilter.Builder filter = EntryFilter.builder();
        if (service != null) {
            filter.equal(Column.SERVICE, service);
        }
        NavigableSet<String> dynamic = new TreeSet<>();
        for (LogEntry entry : store.query(EntryQuery.first(filter.build(), Order.NEWEST_FIRST, sample))
                .entries()) {
            dynamic.addAll(extraNames(entry));
        }
        NavigableSet<String> all = new TreeSet<>(dynamic);
        all.addAll(List.of("id", Fields.TIMESTAMP.name()));
        Column.all().forEach(column -> all.add(column.wireName()));
        return Json.object(json -> {
            Json.text(json, "service", service);
            json.writeArrayFieldStart("fields");
            for (String name : all) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("dynamic");
            for (String name : dynamic) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeNumberField("count", all.size());
        });
    }

    private static List<String> extraNames(LogEntry entry) {
        try {
            return EntryJson.extraNames(entry);
        } catch (IOException e) { // what is stored was written by us
            throw new UncheckedIOException(e);
        }
    }

    /** The different values of a field; of one without a column, as text. */
    public byte[] distinct(Parameters parameters) throws ParameterException, StoreException {
        String field = parameters.text("field");
        if (field == null) {
            throw new ParameterException("field", "field is required");
        }
        int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        Column column = Column.find(field);
        List<?> values = column == null
                ? store.distinctExtra(field, parameters.filter(), limit)
                : store.distinct(column, parameters.filter(), limit);
        return Json.object(json -> {
            json.writeStringField("field", field);
            json.writeNumberField("count", values.size());
            write(json, values);
        });
    }

    /**
     * The different values of a column that has few.
     *
     * @return the answer, or null when it is no such column
     */
    public byte @Nullable [] distinctOf(String name) throws StoreException {
        Column column = Column.find(name);
        if (column == null || !QUICK.contains(column)) {
            return null;
        }
        List<Object> values = store.distinct(column, EntryFilter.all(), MAX_LIMIT);
        return Json.object(json -> {
            json.writeStringField("column", name);
            write(json, values);
        });
    }

    private static void write(JsonGenerator json, List<?> values) throws IOException {
        json.writeArrayFieldStart("values");
        for (Object value : values) {
            EntryJson.value(json, value);
        }
        json.writeEndArray();
    }
}
