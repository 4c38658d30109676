package io.pixsim.logging.catalog;

/** What kind of value a {@link Field} holds, and so what JSON type it has in an encoded event. */
public enum FieldType {
    /** A JSON string; values of other types are written as their text. */
    TEXT,
    /** A JSON number without a fraction. */
    INTEGER,
    /** Whole milliseconds: a JSON number; a fraction is rounded half up. */
    MILLIS,
    /** Any JSON value. */
    ANY
}
