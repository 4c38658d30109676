package io.pixsim.logging.collector.store.sqlite;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.EntryFilter;

/** A filter, but for its times, as a question to a {@link Kind}; lets through what {@link Conditions} lets through. */
final class KindFilter implements Predicate<Kind> {

    /** The columns that are counted. */
    static final Set<Column> COLUMNS =
            EnumSet.of(Column.LEVEL, Column.SERVICE, Column.STAGE, Column.PROVIDER_ID, Column.ERROR_TYPE);

    private final EntryFilter filter;

    private KindFilter(EntryFilter filter) {
        this.filter = filter;
    }

    /** The filter's question, or nothing when kinds do not tell what it asks for. */
    static Optional<KindFilter> of(EntryFilter filter) {
        boolean told =
                filter.search() == null && COLUMNS.containsAll(filter.equal().keySet());
        return told ? Optional.of(new KindFilter(filter)) : Optional.empty();
    }

    @Override
    public boolean test(Kind kind) {
        Severity min = filter.minSeverity();
        if (min != null && kind.severity().compareTo(min) < 0) {
            return false;
        }
        String prefix = filter.stagePrefix();
        if (prefix != null && (kind.stage() == null || !kind.stage().startsWith(prefix + ":"))) {
            return false;
        }
        for (Map.Entry<Column, String> equal : filter.equal().entrySet()) {
            boolean same = equal.getKey() == Column.LEVEL
                    ? isOfLevel(kind, equal.getValue())
                    : equal.getValue().equals(kind.get(equal.getKey()));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfLevel(Kind kind, String value) {
        Optional<Severity> severity = Severity.parse(value);
        if (severity.isPresent() && severity.get() != kind.severity()) {
            return false;
        }
        boolean byName = severity.isEmpty() || severity.get() == Severity.INFO;
        return !byName
                || kind.level().toLowerCase(Locale.ROOT).equals(value.strip().toLowerCase(Locale.ROOT));
    }
}
