package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.RetentionRules.Rule;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.StoreSize;

/**
 * Deletes what rules keep no longer: days of which nothing is kept at once, and rows of the others a part at a time. A table of
 * others is theirs to keep.
 */
final class PostgresRetention {

    private static final int PART = 5_000;

    private final Table table;
    private final Days days;

    PostgresRetention(Table table, Days days) {
        this.table = table;
        this.days = days;
    }

    Retained apply(Connection connection, RetentionRules rules, LocalDate today) throws SQLException {
        List<LocalDate> gone = new ArrayList<>();
        long entries = 0;
        for (LocalDate day : days.before(connection, today)) {
            long passed = ChronoUnit.DAYS.between(day, today);
            if (rules.isOver(passed)) {
                days.drop(connection, day);
                gone.add(day);
            } else if (!rules.isWhole(passed)) {
                entries += thin(connection, rules, day, passed);
            }
        }
        makeRoom(connection, rules.maxBytes(), today, gone);
        return new Retained(gone, entries);
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
            days.drop(connection, day.day());
            gone.add(day.day());
            bytes -= day.bytes();
        }
    }

    /** Deletes some rows of a day, in transactions so short that nobody waits for them. */
    private long thin(Connection connection, RetentionRules rules, LocalDate day, long passed) throws SQLException {
        String relation = days.relation(day);
        List<Rule> kept = rules.rules().stream()
                .filter(rule -> RetentionRules.keeps(rule.days(), passed))
                .toList();
        String sql = "DELETE FROM " + relation + " WHERE id IN (SELECT id FROM " + relation
                + " WHERE created_at >= ?::timestamptz AND created_at < ?::timestamptz AND CASE WHEN " + anyOf(kept)
                + " THEN false WHEN " + anyOf(rules.rules()) + " THEN true ELSE "
                + !RetentionRules.keeps(rules.days(), passed) + " END LIMIT " + PART + ")";
        long entries = 0;
        int deleted = PART;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, day + " 00:00:00+00");
            statement.setString(2, day.plusDays(1) + " 00:00:00+00");
            while (deleted == PART) {
                deleted = statement.executeUpdate();
                entries += deleted;
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
