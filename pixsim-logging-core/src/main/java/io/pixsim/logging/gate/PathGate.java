package io.pixsim.logging.gate;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/** Judges request events by their path; slow and failed ones always pass. Safe for use by many threads. */
final class PathGate {

    private static final int FAILED = 400;

    private final List<PathTemplate> excluded;
    private final List<Sampled> sampled;
    private final long slowMillis;
    private final boolean idle;

    PathGate(PathRules rules) {
        this.excluded = rules.excluded().stream().map(PathTemplate::new).toList();
        this.sampled = rules.rates().entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> new Sampled(
                        new PathTemplate(entry.getKey()), entry.getValue(), new AtomicLong(), new AtomicLong()))
                .toList();
        this.slowMillis = Spans.millis(rules.slow());
        this.idle = excluded.isEmpty() && sampled.isEmpty();
    }

    boolean isIdle() {
        return idle;
    }

    Decision decide(Call call, Severity severity) {
        if (severity.compareTo(Severity.WARNING) >= 0) {
            return Decision.KEEP;
        }
        String path = call.requestPath();
        if (path == null) {
            return Decision.KEEP;
        }
        for (int i = 0; i < excluded.size(); i++) {
            if (excluded.get(i).fits(path)) {
                return isRemarkable(call) ? Decision.KEEP : Decision.EXCLUDED_PATH;
            }
        }
        for (int i = 0; i < sampled.size(); i++) {
            Sampled rule = sampled.get(i);
            if (rule.template.fits(path)) {
                return isRemarkable(call) ? Decision.KEEP : rule.next(tellsTheEnd(call));
            }
        }
        return Decision.KEEP;
    }

    private boolean isRemarkable(Call call) {
        return call.bringsThrowable()
                || status(call.field("status_code"), FAILED) >= FAILED
                || status(call.field("status"), 0) >= FAILED
                || millis(call.field(Fields.DURATION_MS.name())) >= slowMillis;
    }

    /** Of a number, or of a number and its reason. */
    private static double status(@Nullable String text, int unreadable) {
        if (text == null) {
            return 0;
        }
        int blank = text.indexOf(' ');
        return number(blank < 0 ? text : text.substring(0, blank), unreadable);
    }

    /** Of a number, or of a duration, which the encoders write as a number. */
    private static double millis(@Nullable String text) {
        if (text == null || !text.startsWith("PT")) {
            return number(text, 0);
        }
        try {
            return Spans.millis(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    private static boolean tellsTheEnd(Call call) {
        return call.field("status") != null || call.field("status_code") != null;
    }

    private static double number(@Nullable String text, int unreadable) {
        if (text == null) {
            return 0;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return unreadable;
        }
    }

    /** Starts and ends are counted apart: they come in turns, and one in two would be all starts. */
    private record Sampled(PathTemplate template, int rate, AtomicLong starts, AtomicLong ends) {

        Decision next(boolean end) {
            long before = (end ? ends : starts).getAndIncrement();
            if (before % rate != 0) {
                return Decision.SAMPLED;
            }
            return Decision.keep(rate, before == 0 ? 0 : rate - 1L);
        }
    }
}
