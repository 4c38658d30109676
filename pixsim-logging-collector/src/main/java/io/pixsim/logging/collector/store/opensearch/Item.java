package io.pixsim.logging.collector.store.opensearch;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import org.jspecify.annotations.Nullable;

/** One entry on its way into the cluster. Used by one thread. */
final class Item {

    private static final Pattern NAMED =
            Pattern.compile("failed to parse field \\[([a-z_]+)]|term in field=\"([a-z_]+)\"");

    private final LogEntry entry;
    private final String documentId;
    private final boolean isNamed;
    private long id;
    private Map<String, @Nullable Object> document = Map.of();
    private Outcome outcome = Outcome.WAITING;
    private boolean bare;
    private String reason = "";

    /** What became of it. */
    enum Outcome {
        WAITING,
        STORED,
        REPEATED,
        /** For what it holds, although all that could be was taken away. */
        REFUSED,
        /** For what the cluster lets nobody do now. */
        BARRED
    }

    /**
     * An entry that waits.
     *
     * @param entry the entry
     * @param documentId what its document is called: the same each time the event comes, where its sender tells
     * @param isNamed whether its sender tells
     */
    Item(LogEntry entry, String documentId, boolean isNamed) {
        this.entry = entry;
        this.documentId = documentId;
        this.isNamed = isNamed;
    }

    LogEntry entry() {
        return entry;
    }

    String documentId() {
        return documentId;
    }

    boolean isNamed() {
        return isNamed;
    }

    long id() {
        return id;
    }

    void giveId(long number) {
        id = number;
        document = Documents.write(entry, number);
        bare = false;
    }

    Map<String, @Nullable Object> document() {
        return document;
    }

    Outcome outcome() {
        return outcome;
    }

    boolean waits() {
        return outcome == Outcome.WAITING;
    }

    void became(Outcome what) {
        outcome = what;
    }

    void refuse(String why) {
        outcome = Outcome.REFUSED;
        reason = why;
    }

    /** Why it was refused. */
    String reason() {
        return reason;
    }

    /**
     * Takes away what an index refuses, whose fields are not what we made them.
     *
     * @param why what the cluster says of it
     * @return whether there was something to take away
     */
    boolean mend(String why) {
        Matcher named = NAMED.matcher(why);
        if (named.find()) {
            Column column = Column.find(named.group(1) == null ? named.group(2) : named.group(1));
            if (column != null && document.containsKey(column.wireName())) {
                Documents.setAside(document, column);
                return true;
            }
        }
        if (bare) {
            return false;
        }
        bare = true;
        for (Column column : Column.all()) {
            Documents.setAside(document, column);
        }
        return true;
    }
}
