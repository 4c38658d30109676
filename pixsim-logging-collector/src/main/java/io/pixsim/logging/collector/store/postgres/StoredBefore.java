package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Knows what comes again, by the ids of events, or of batches whose events have none. Asked and told within the transaction
 * of a commit, under the lock that all who write hold.
 */
final class StoredBefore {

    private final Table table;

    StoredBefore(Table table) {
        this.table = table;
    }

    News news(Connection connection, List<Append> requests, long now) throws SQLException {
        Set<String> uids = storedUids(connection, requests, now);
        Set<String> batches = storedBatches(connection, requests);
        News news = new News();
        for (Append request : requests) {
            news.add(request, newOnes(request, uids, batches));
        }
        return news;
    }

    private static List<Integer> newOnes(Append request, Set<String> uids, Set<String> batches) {
        if (namedByBatch(request) && !batches.add(batchKey(request))) {
            return List.of();
        }
        List<LogEntry> entries = request.entries();
        return IntStream.range(0, entries.size())
                .filter(i ->
                        entries.get(i).uid() == null || uids.add(entries.get(i).uid()))
                .boxed()
                .toList();
    }

    /**
     * No event arrives before it happened, but for a day by which its sender's clock may be ahead: only what arrived since
     * then can hold it.
     */
    private Set<String> storedUids(Connection connection, List<Append> requests, long now) throws SQLException {
        List<LogEntry> told =
                entries(requests).filter(entry -> entry.uid() != null).toList();
        if (told.isEmpty()) {
            return new HashSet<>();
        }
        String[] uids = told.stream().map(LogEntry::uid).toArray(String[]::new);
        if (!table.isOwn()) {
            return found(connection, "SELECT event_uid FROM " + uidTable() + " WHERE event_uid = ANY (?)", uids);
        }
        long earliest =
                Math.min(now, told.stream().mapToLong(LogEntry::micros).min().orElse(0));
        return found(
                connection,
                "SELECT event_uid FROM " + Table.quoted(table.name())
                        + " WHERE event_uid = ANY (?) AND created_at >= ?",
                uids,
                table.time(Math.max(0, earliest - DailyPartitions.microsAhead())));
    }

    private Set<String> storedBatches(Connection connection, List<Append> requests) throws SQLException {
        String[] ids = requests.stream()
                .filter(StoredBefore::namedByBatch)
                .map(Append::batchId)
                .toArray(String[]::new);
        return ids.length == 0
                ? new HashSet<>()
                : found(
                        connection,
                        "SELECT entries || ' ' || batch_id FROM " + batchTable() + " WHERE batch_id = ANY (?)",
                        ids);
    }

    private static Set<String> found(Connection connection, String sql, String[] keys, Object... more)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", keys));
            for (int i = 0; i < more.length; i++) {
                statement.setObject(i + 2, more[i]);
            }
            return new HashSet<>(Sql.list(statement, row -> row.getString(1)));
        }
    }

    /** Has what is stored now be known later; what was refused may come again in another form. */
    void remember(Connection connection, News news, List<@Nullable String> refusals, Object now) throws SQLException {
        List<Append> named = new ArrayList<>();
        for (int i = 0; i < news.requests().size(); i++) {
            Append request = news.requests().get(i);
            if (namedByBatch(request) && !news.places(i).isEmpty()) {
                named.add(request);
            }
        }
        if (!named.isEmpty()) {
            insert(
                    connection,
                    "INSERT INTO " + batchTable() + " (batch_id, entries, stored_at) SELECT id, entries, ? FROM"
                            + " unnest(?, ?::integer[]) AS sent (id, entries) ON CONFLICT DO NOTHING",
                    now,
                    named.stream().map(Append::batchId).toArray(String[]::new),
                    named.stream().map(request -> request.entries().size()).toArray(Integer[]::new));
        }
        if (!table.isOwn()) {
            rememberUids(connection, news, refusals, now);
        }
    }

    private void rememberUids(Connection connection, News news, List<@Nullable String> refusals, Object now)
            throws SQLException {
        List<String> uids = new ArrayList<>();
        for (int i = 0; i < news.entries().size(); i++) {
            String uid = news.entries().get(i).uid();
            if (uid != null && refusals.get(i) == null) {
                uids.add(uid);
            }
        }
        if (!uids.isEmpty()) {
            insert(
                    connection,
                    "INSERT INTO " + uidTable() + " (event_uid, stored_at) SELECT id, ? FROM unnest(?) AS sent (id)",
                    now,
                    uids.toArray(String[]::new));
        }
    }

    private static void insert(Connection connection, String sql, Object now, Object[]... arrays) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, now);
            for (int i = 0; i < arrays.length; i++) {
                String type = arrays[i] instanceof String[] ? "text" : "int4";
                statement.setArray(i + 2, connection.createArrayOf(type, arrays[i]));
            }
            statement.executeUpdate();
        }
    }

    /** Events that have an id each are known by it, whatever the batch is called. */
    private static boolean namedByBatch(Append request) {
        return request.batchId() != null && request.entries().stream().anyMatch(entry -> entry.uid() == null);
    }

    private static String batchKey(Append request) {
        return request.entries().size() + " " + request.batchId();
    }

    private static Stream<LogEntry> entries(List<Append> requests) {
        return requests.stream().flatMap(request -> request.entries().stream());
    }

    /** The tables of ours that what is older than a time is deleted from. */
    List<String> tables() {
        return table.isOwn() ? List.of(batchTable()) : List.of(batchTable(), uidTable());
    }

    private String batchTable() {
        return Table.quoted(table.name() + "_batches");
    }

    private String uidTable() {
        return Table.quoted(table.name() + "_event_uids");
    }
}
