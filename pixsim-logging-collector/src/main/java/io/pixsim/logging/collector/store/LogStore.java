package io.pixsim.logging.collector.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;

/**
 * Where entries are kept. Ids grow in the order in which entries become visible, so whoever has seen one has seen all
 * with lower ids. Safe for use by many threads.
 */
public interface LogStore extends AutoCloseable {

    /**
     * Stores entries, those not that were stored before.
     *
     * @param append the entries
     * @return done when they are durable; failed with a {@link StoreException} when none of them was stored, with {@link
     *     StoreException.Busy} at once when too much waits already
     */
    CompletableFuture<Appended> append(Append append);

    /** The entries of a query. */
    EntryPage query(EntryQuery query) throws StoreException;

    /**
     * How many entries a filter lets through.
     *
     * @param atMost where counting ends
     * @return the number, or {@code atMost} when there are at least as many
     */
    long count(EntryFilter filter, long atMost) throws StoreException;

    /** The entry of an id. */
    Optional<LogEntry> find(long id) throws StoreException;

    /**
     * The different values of a column, in ascending order.
     *
     * @return {@link String}s, {@link io.pixsim.logging.collector.entry.EntryId}s or {@link Long}s
     */
    List<Object> distinct(Column column, EntryFilter filter, int limit) throws StoreException;

    /** The different values of a key of {@code extra}, as text, in ascending order. */
    List<String> distinctExtra(String key, EntryFilter filter, int limit) throws StoreException;

    /** Counts. */
    Statistics statistics(Statistics.Request request) throws StoreException;

    /** The id of the newest entry that is visible; 0 when there never was one. */
    long lastId();

    /**
     * Has someone told when there are new entries. Called on the store's own thread: it must return at once.
     *
     * @param listener what to call
     */
    void onAppend(Runnable listener);

    /**
     * Deletes what rules keep no longer. Never keeps {@link #append} waiting.
     *
     * @param rules the rules
     * @param today the day, UTC, from which days are counted
     * @return what is gone
     */
    Retained retain(RetentionRules rules, LocalDate today) throws StoreException;

    /** How much it holds. Cheap: it may be asked for every few seconds. */
    StoreSize size() throws StoreException;

    /** What keeps the store from taking entries, for people; empty when nothing does. */
    Optional<String> trouble();

    /** Stores what waits, then gives back all that the store holds. */
    @Override
    void close();
}
