package io.pixsim.logging.collector.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.sql.Where;

/**
 * The places of a file that meet a query, as SQL. An index that begins with a severity has the entries of each in the order of
 * time: those of several are merged, so that no more is read than is asked for. Unless told so, SQLite reads all entries of
 * all severities in that order, or sorts all that are found.
 */
final class PlaceSelect {

    /** Filters beside which an index by severity is still the best one. */
    private static final Set<Column> BESIDE = EnumSet.of(Column.LEVEL, Column.SERVICE);

    /** Read by their ids. */
    private static final String NOT_INDEXED = "entries NOT INDEXED";

    private final String from;
    private final Optional<String> hits;
    private final List<Where> merged;
    private final Order order;

    private PlaceSelect(String from, Optional<String> hits, List<Where> merged, Order order) {
        this.from = from;
        this.hits = hits;
        this.merged = merged;
        this.order = order;
    }

    /** All that an index finds, sorted; {@link TextIndex#FOUND} or {@link RecentIds#FOUND}. */
    static PlaceSelect found(String found, String question, EntryQuery query) {
        return new PlaceSelect(found, Optional.of(question), List.of(Conditions.of(query)), query.order());
    }

    /** All of a block, sorted. */
    static PlaceSelect inBlock(Extent block, EntryQuery query) {
        Where where = Conditions.of(query).and("id BETWEEN ? AND ?", block.firstId(), block.lastId());
        return new PlaceSelect(NOT_INDEXED, Optional.empty(), List.of(where), query.order());
    }

    /** Whether an index finds less than all entries of some time, also while a day lasts. */
    static boolean isIndexed(EntryFilter filter) {
        boolean isAnyId = filter.equal().keySet().stream().anyMatch(Conditions.IDS::contains);
        return isAnyId
                || Arrays.stream(Severity.values())
                        .filter(severity -> isLetThrough(filter, severity))
                        .allMatch(PlaceSelect::isBad);
    }

    /** Entries in the order asked for, until there are enough. */
    static PlaceSelect inOrder(boolean sealed, EntryQuery query) {
        List<Where> merged = severities(sealed, query).stream()
                .map(severity -> Conditions.of(query).and(condition(severity)))
                .toList();
        return new PlaceSelect(
                entries(query),
                Optional.empty(),
                merged.isEmpty() ? List.of(Conditions.of(query)) : merged,
                query.order());
    }

    /** Who goes on from an id reads what came since: an index by severity would have all of before sorted, too. */
    private static String entries(EntryQuery query) {
        boolean goesOn = query.order() == Order.ARRIVAL && query.after() != null;
        return goesOn && BESIDE.containsAll(query.filter().equal().keySet()) ? NOT_INDEXED : "entries";
    }

    /** The severities to be merged; none where another index serves better. */
    private static List<Severity> severities(boolean sealed, EntryQuery query) {
        EntryFilter filter = query.filter();
        if (query.order() == Order.ARRIVAL || !BESIDE.containsAll(filter.equal().keySet())) {
            return List.of();
        }
        List<Severity> severities = Arrays.stream(Severity.values())
                .filter(severity -> isLetThrough(filter, severity))
                .toList();
        boolean isIndexed = severities.stream().allMatch(PlaceSelect::isBad)
                || (sealed && filter.equal().containsKey(Column.SERVICE));
        return isIndexed ? severities : List.of();
    }

    private static boolean isLetThrough(EntryFilter filter, Severity severity) {
        String level = filter.equal().get(Column.LEVEL);
        // a level that nobody knows counts as info
        Severity only = level == null ? severity : Severity.parse(level).orElse(Severity.INFO);
        return severity == only && (filter.minSeverity() == null || severity.compareTo(filter.minSeverity()) >= 0);
    }

    private static boolean isBad(Severity severity) {
        return severity.compareTo(Schema.LEAST_BAD) >= 0;
    }

    /** Literals: the planner takes a partial index only for the condition that the index was made with. */
    private static String condition(Severity severity) {
        return (isBad(severity) ? Schema.BAD + " AND " : "") + "severity = " + Severities.code(severity);
    }

    List<Position> first(ReadConnection reader, int atMost) throws SQLException {
        List<Position> positions = new ArrayList<>();
        PreparedStatement statement = reader.statement(sql());
        bind(statement, atMost);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                positions.add(new Position(row.getLong(1), row.getLong(2)));
            }
        }
        return positions;
    }

    String sql() {
        return merged.stream()
                .map(where -> "SELECT ts, id FROM " + from + " WHERE " + where.sql())
                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY " + orderBy() + " LIMIT ?"));
    }

    void bind(PreparedStatement statement, int atMost) throws SQLException {
        int next = 1;
        if (hits.isPresent()) {
            statement.setString(next++, hits.get());
        }
        for (Where where : merged) {
            next = where.bind(statement, next);
        }
        statement.setInt(next, atMost);
    }

    private String orderBy() {
        return switch (order) {
            case NEWEST_FIRST -> "ts DESC, id DESC";
            case OLDEST_FIRST -> "ts, id";
            case ARRIVAL -> "id";
        };
    }
}
