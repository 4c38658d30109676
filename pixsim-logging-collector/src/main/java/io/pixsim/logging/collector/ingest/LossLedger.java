package io.pixsim.logging.collector.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.body.BodyParser;
import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * What clients say that they lost: events of the stage {@code log:loss} and the ends of jobs tell it by reason, of the gate
 * by stage within each reason.
 */
final class LossLedger {

    private static final Set<String> TELLING = Set.of(Stage.LOG_LOSS.getName(), Stage.JOB_END.getName());
    private static final BodyParser PARSER = new BodyParser(IngestLimits.standard());
    private static final String OTHER = "other";
    private static final Set<String> DROPS = names(DropReason.values());
    /** Nobody makes this table grow by names of his own. */
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of("not_recorded"), Stream.concat(names(SuppressReason.values()).stream(), DROPS.stream()))
            .collect(Collectors.toUnmodifiableSet());

    private LossLedger() {}

    /** Whether a reason is one of delivery; all others are of the gate, which holds back on purpose. */
    static boolean isDrop(String reason) {
        return DROPS.contains(reason);
    }

    /** How many events by reason; mostly none. */
    static Map<String, Long> read(LogEntry entry) {
        Object stage = entry.get(Column.STAGE);
        if (stage == null || entry.extra() == null || !TELLING.contains(stage.toString())) {
            return Map.of();
        }
        Map<String, Long> counts = new HashMap<>();
        if (lost(entry.extra()) instanceof Map<?, ?> lost) {
            lost.forEach((reason, count) ->
                    counts.merge(KNOWN.contains(reason) ? (String) reason : OTHER, sum(count), Long::sum));
        }
        return counts;
    }

    private static @Nullable Object lost(String extra) {
        try {
            Map<String, @Nullable Object> members =
                    PARSER.single(extra.getBytes(StandardCharsets.UTF_8)).event();
            return members == null ? null : members.get(Fields.LOST.name());
        } catch (BodyException e) { // what is stored was written by us
            throw new IllegalStateException(e);
        }
    }

    private static long sum(@Nullable Object count) {
        if (count instanceof Long number) {
            return Math.max(0, number);
        }
        return count instanceof Map<?, ?> byStage
                ? byStage.values().stream().mapToLong(LossLedger::sum).sum()
                : 0;
    }

    private static Set<String> names(Enum<?>[] reasons) {
        return Arrays.stream(reasons)
                .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
