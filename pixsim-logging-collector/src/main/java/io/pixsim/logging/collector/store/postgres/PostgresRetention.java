package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.RetentionRules.Rule;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.StoreSize;
import io.pixsim.logging.collector.store.sql.Sql;
import io.pixsim.logging.diagnostics.Diagnostics;

/**
 * Deletes what rules keep no longer: days of which nothing is kept at once, and rows of the others a part at a time. A table of
 * others is theirs to keep.
 */
final class PostgresRetention {

    private static final int PART = 10_000;

    private final Table table;
    private final Days days;
    /** By what condition a day was sorted out: nothing arrives on it any more, so it needs no second look. */
    private final Map<LocalDate, String> thinned = new ConcurrentHashMap<>();

    PostgresRetention(Table table, Days days) {
        this.table = table;
        this.days = days;
    }

    Retained apply(Connection connection, RetentionRules rules, LocalDate today) throws SQLException {
        List<LocalDate> gone = new ArrayList<>();
        for (LocalDate day : days.before(connection, today)) {
            if (rules.isOver(ChronoUnit.DAYS.between(day, today))) {
                drop(connection, day, gone);
            }
        }
        makeRoom(connection, rules.maxBytes(), today, gone);
        long entries = 0;
        for (LocalDate day : days.before(connection, today)) {
            entries += sortOut(connection, rules, day, ChronoUnit.DAYS.between(day, today));
        }
        return new Retained(gone, entries);
    }

    /** One that is being indexed can't go yet. */
    private boolean drop(Connection connection, LocalDate day, List<LocalDate> gone) throws SQLException {
        try {
            days.drop(connection, day);
        } catch (SQLException e) {
            tellOf(day, e);
            return false;
        }
        thinned.remove(day);
        gone.add(day);
        return true;
    }

    /** A day that makes trouble costs no other one; a database that is gone does. */
    private static void tellOf(LocalDate day, SQLException e) throws SQLException {
        if (SqlStates.isOfTheConnection(e)) {
            throw e;
        }
        Diagnostics.shared().trouble("not all was deleted of what arrived on " + day + ": " + e.getMessage());
    }

    private void makeRoom(Connection connection, long maxBytes, LocalDate today, List<LocalDate> gone)
            throws SQLException {
        if (maxBytes == RetentionRules.ANY_SIZE) {
            return;
        }
        List<StoreSize.Day> sizes = days.sizes(connection, today);
        long bytes = sizes.stream().mapToLong(StoreSize.Day::bytes).sum();
        for (StoreSize.Day day : sizes) {
            if (bytes <= maxBytes || !day.day().isBefore(today)) {
                return;
            }
            if (!drop(connection, day.day(), gone)) {
                return; // or newer ones would go in its place
            }
            bytes -= day.bytes();
        }
    }

    private long sortOut(Connection connection, RetentionRules rules, LocalDate day, long passed) throws SQLException {
        String condition = keptNoLonger(rules, passed);
        if (rules.isOver(passed) || rules.isWhole(passed) || condition.equals(thinned.get(day))) {
            return 0;
        }
        try {
            long entries = thin(connection, day, condition);
            thinned.put(day, condition);
            return entries;
        } catch (SQLException e) {
            tellOf(day, e);
            return 0;
        }
    }

    /** What meets a rule is kept by the longest that it meets; what meets none, for the usual time. */
    private static String keptNoLonger(RetentionRules rules, long passed) {
        List<Rule> kept = rules.rules().stream()
                .filter(rule -> RetentionRules.keeps(rule.days(), passed))
                .toList();
        return "CASE WHEN " + anyOf(kept) + " THEN false WHEN " + anyOf(rules.rules()) + " THEN true ELSE "
                + !RetentionRules.keeps(rules.days(), passed) + " END";
    }

    /** Deletes some rows of a day, from id to id, in transactions so short that nobody waits for them. */
    private long thin(Connection connection, LocalDate day, String condition) throws SQLException {
        String relation = days.relation(day);
        String ofTheDay =
                "created_at >= '" + day + " 00:00:00+00' AND created_at < '" + day.plusDays(1) + " 00:00:00+00'";
        long last = Sql.number(connection, "SELECT max(id) FROM " + relation + " WHERE " + ofTheDay);
        long entries = 0;
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM " + relation + " WHERE id >= ? AND id < ? AND " + ofTheDay + " AND " + condition)) {
            long from = Sql.number(connection, "SELECT min(id) FROM " + relation + " WHERE " + ofTheDay);
            for (; from <= last; from += PART) {
                statement.setLong(1, from);
                statement.setLong(2, from + PART);
                entries += statement.executeUpdate();
            }
        }
        return entries;
    }

    private static String anyOf(List<Rule> rules) {
        return rules.isEmpty()
                ? "false"
                : rules.stream().map(PostgresRetention::condition).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String condition(Rule rule) {
        Stream<String> levels = rule.levels().stream().map(level -> String.valueOf(Severities.code(level)));
        return "("
                + (rule.levels().isEmpty() ? "true" : "severity IN (" + levels.collect(Collectors.joining(", ")) + ")")
                + (rule.service() == null ? "" : " AND service = " + Table.literal(rule.service())) + ")";
    }

    StoreSize size(Connection connection, LocalDate today) throws SQLException {
        List<StoreSize.Day> sizes = days.sizes(connection, today);
        if (!sizes.isEmpty()) {
            return new StoreSize(
                    sizes.stream().mapToLong(StoreSize.Day::bytes).sum(),
                    sizes.stream().mapToLong(StoreSize.Day::entries).sum(),
                    sizes,
                    List.of());
        }
        return Sql.list(
                        connection,
                        "SELECT pg_total_relation_size(oid), greatest(reltuples, 0)::bigint FROM pg_class"
                                + " WHERE oid = to_regclass(?)",
                        row -> new StoreSize(row.getLong(1), row.getLong(2), List.of(), List.of()),
                        Table.quoted(table.name()))
                .get(0);
    }
}
