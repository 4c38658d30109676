package io.pixsim.logging.collector.store.postgres;

/** The advisory locks that collectors on one database share, by the name of their table. */
final class Locks {

    private static final long OURS = 0x5049_5853L << Integer.SIZE;

    private Locks() {}

    /** Held by who writes: ids become visible in their order, and what is stored is known to the next. */
    static long ofWriting(Table table) {
        return OURS | (table.name().hashCode() & 0xFFFF_FFFEL);
    }

    /** Held by who makes indexes of days that are over. */
    static long ofIndexes(Table table) {
        return Long.MIN_VALUE | ofWriting(table);
    }

    /** Held by who makes room for days. */
    static long ofDays(Table table) {
        return ofWriting(table) | 1;
    }
}
