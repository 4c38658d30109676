package io.pixsim.logging.collector.entry;

/** What a {@link Column} holds. */
public enum ColumnType {
    /** A {@link String}. */
    TEXT,
    /** An {@link EntryId}: a number in most places, text in some. */
    ID,
    /** A {@link Long}. */
    INTEGER
}
