package io.pixsim.logging.collector.entry;

import java.util.List;

/** Which ids of an entry are numbers, as bits of one: stores have ids as text. */
public final class NumericIds {

    private static final List<Column> IDS =
            Column.all().stream().filter(column -> bit(column) != 0).toList();

    private NumericIds() {}

    /** The bit of a column; written out, since what is stored outlives an order of constants. 0 when it holds no id. */
    public static int bit(Column column) {
        return switch (column) {
            case JOB_ID -> 1;
            case SUBMISSION_ID -> 1 << 1;
            case ARTIFACT_ID -> 1 << 2;
            case GENERATION_ID -> 1 << 3;
            case USER_ID -> 1 << 4;
            default -> 0;
        };
    }

    /** The bits of an entry. */
    public static int of(LogEntry entry) {
        int numbers = 0;
        for (Column column : IDS) {
            if (entry.get(column) instanceof EntryId id && id.isNumber()) {
                numbers |= bit(column);
            }
        }
        return numbers;
    }
}
