package io.pixsim.logging.collector.ingest.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.body.BodyException.Kind;
import io.pixsim.logging.collector.ingest.body.BodyParser;
import io.pixsim.logging.collector.ingest.body.ForeignNames;
import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.ingest.body.Lines;
import io.pixsim.logging.collector.ingest.body.Row;
import io.pixsim.logging.collector.ingest.body.RowSink;
import org.jspecify.annotations.Nullable;

/**
 * Reads pairs of lines: an action, and a document where the action has one. A document that is no event costs no other; after
 * an action that can't be read, nobody knows which line is what, so the body is refused.
 */
public final class BulkBodies {

    private static final Set<String> TAKEN = Set.of("create", "index");
    private static final String UPDATE = "update";
    private static final String DELETE = "delete";
    private static final int MOST_CHARACTERS_OF_A_NAME = 512;

    private final IngestLimits limits;
    private final BodyParser parser;

    /** A reader within limits. */
    public BulkBodies(IngestLimits limits) {
        this.limits = limits;
        this.parser = new BodyParser(limits);
    }

    /**
     * Reads a body.
     *
     * @param body the lines
     * @param index where documents go whose action does not say, or null
     * @param rows gets a row for each item
     * @return the items, in order
     */
    public List<BulkItem> read(byte[] body, @Nullable String index, RowSink rows) throws BodyException {
        List<BulkItem> items = new ArrayList<>();
        int number = 0;
        for (Lines lines = new Lines(body); lines.next(); ) {
            number++;
            if (lines.isBlank()) {
                continue;
            }
            limits.requireRoom(items.size());
            BulkItem item = item(parser.line(body, lines.from(), lines.to()), index, number);
            items.add(item);
            if (item.action().equals(DELETE)) {
                rows.take(Row.rejected("delete: events are only added"));
                continue;
            }
            number++;
            if (!lines.next()) {
                throw new BodyException(Kind.MALFORMED, "line " + number + ": a document is missing");
            }
            rows.take(document(item, parser.line(body, lines.from(), lines.to())));
        }
        if (items.isEmpty()) {
            throw new BodyException(Kind.MALFORMED, "the body holds no action");
        }
        return items;
    }

    private static BulkItem item(Row row, @Nullable String index, int line) throws BodyException {
        Map<String, @Nullable Object> members = row.event();
        if (members != null && members.size() == 1) {
            Map.Entry<String, @Nullable Object> action =
                    members.entrySet().iterator().next();
            boolean known = TAKEN.contains(action.getKey())
                    || action.getKey().equals(UPDATE)
                    || action.getKey().equals(DELETE);
            if (known && action.getValue() instanceof Map<?, ?> about) {
                String own = name(about.get("_index"));
                return new BulkItem(action.getKey(), own == null ? index : own, name(about.get("_id")));
            }
        }
        throw new BodyException(Kind.MALFORMED, "line " + line + ": no action of create, index, update or delete");
    }

    private static @Nullable String name(@Nullable Object value) {
        boolean given = value instanceof String text && !text.isEmpty() && text.length() <= MOST_CHARACTERS_OF_A_NAME;
        return given ? (String) value : null;
    }

    private static Row document(BulkItem item, Row row) {
        if (!TAKEN.contains(item.action())) {
            return Row.rejected(item.action() + ": events are only added");
        }
        if (row.event() != null) {
            ForeignNames.translateDocument(row.event());
            if (item.id() != null) {
                row.event().putIfAbsent(Wire.EVENT_UID, uid(item));
            }
        }
        return row;
    }

    /** An id is one of its index alone. */
    private static String uid(BulkItem item) {
        return item.index() == null ? String.valueOf(item.id()) : item.index() + "/" + item.id();
    }
}
