package io.pixsim.logging.tool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Finding;
import io.pixsim.logging.catalog.Outcome;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.catalog.Stages;
import io.pixsim.logging.files.LoggedEvent;

/** What the events of one job or request say together. */
final class Trace {

    private static final int SHORTEST_RUN = 3;
    private static final Duration LEAST_GAP = Duration.ofSeconds(1);
    private static final int GAP_SHARE = 5;

    private final List<LoggedEvent> events;
    private final Instant start;
    private final Instant end;

    /** Of at least one event. */
    Trace(List<LoggedEvent> events) {
        this.events = events.stream()
                .sorted(Comparator.comparing(event -> event.timestamp().orElse(Instant.MIN)))
                .toList();
        this.start = this.events.stream()
                .flatMap(event -> event.timestamp().stream())
                .findFirst()
                .orElse(Instant.EPOCH);
        this.end = time(this.events.get(this.events.size() - 1));
    }

    List<LoggedEvent> events() {
        return events;
    }

    Instant start() {
        return start;
    }

    Duration length() {
        return Duration.between(start, end);
    }

    Duration offset(LoggedEvent event) {
        return Duration.between(start, time(event));
    }

    /** The events in order; of a stage that says the same kind of thing three times and more, one row. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < events.size(); ) {
            int next = i + 1;
            while (next < events.size() && isSameRun(events.get(i), events.get(next))) {
                next++;
            }
            if (next - i < SHORTEST_RUN) {
                next = i + 1;
            }
            rows.add(new Row(events.get(i), events.get(next - 1), next - i));
            i = next;
        }
        return rows;
    }

    /** Whether nothing was said for so long that a person wants to know. */
    boolean isGap(Duration silence) {
        return silence.compareTo(LEAST_GAP) >= 0
                && silence.multipliedBy(GAP_SHARE).compareTo(length()) >= 0;
    }

    /** Stages in the order in which they began; what the library tells itself is at none. */
    Map<String, StageSum> stages() {
        Map<String, StageSum> stages = new LinkedHashMap<>();
        List<LoggedEvent> staged = events.stream()
                .filter(event -> event.stage().isPresent() && !isOfLibrary(event))
                .toList();
        for (int i = 0; i < staged.size(); i++) {
            LoggedEvent event = staged.get(i);
            Duration until =
                    i + 1 < staged.size() ? Duration.between(time(event), time(staged.get(i + 1))) : Duration.ZERO;
            StageSum sum = new StageSum(1, offset(event), until, number(event, Fields.DURATION_MS));
            stages.merge(event.stage().orElse(""), sum, StageSum::plus);
        }
        return stages;
    }

    private static boolean isOfLibrary(LoggedEvent event) {
        return Stages.ofLibrary().stream().anyMatch(stage -> isAt(event, stage));
    }

    /** What does not add up; that a job has no outcome only where that was told. */
    Set<Finding> findings() {
        JobSteps steps = new JobSteps();
        events.forEach(steps::add);
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        findings.addAll(steps.findings(Instant.MIN).keySet());
        for (Finding finding : Finding.values()) {
            boolean told = events.stream()
                    .filter(event -> isAt(event, Stage.JOB_END))
                    .anyMatch(event -> JobSteps.tells(event, finding));
            if (told) {
                findings.add(finding);
            }
        }
        return findings;
    }

    static boolean isReplayed(LoggedEvent event) {
        return Boolean.TRUE.equals(event.fields().get(Fields.REPLAYED.name()));
    }

    long replayed() {
        return events.stream().filter(Trace::isReplayed).count();
    }

    List<LoggedEvent> retries() {
        return events.stream()
                .filter(event -> isAt(event, Stage.RETRY_DECISION))
                .toList();
    }

    Optional<LoggedEvent> firstError() {
        return events.stream()
                .filter(event -> event.level().compareTo(Severity.ERROR) >= 0 || isAt(event, Stage.PROVIDER_ERROR))
                .findFirst();
    }

    List<LoggedEvent> losses() {
        return events.stream()
                .filter(event -> isAt(event, Stage.LOG_LOSS)
                        || (isAt(event, Stage.JOB_END) && number(event, Fields.SUPPRESSED) > 0))
                .toList();
    }

    /** What was held back by what is told as such; where that is nothing, by what single events say. */
    long heldBack() {
        List<LoggedEvent> told = losses();
        return (told.isEmpty() ? events : told)
                .stream().mapToLong(event -> number(event, Fields.SUPPRESSED)).sum();
    }

    Set<String> artifacts() {
        return distinct(Fields.ARTIFACT_ID, Fields.GENERATION_ID);
    }

    Set<String> distinct(Field... fields) {
        Set<String> values = new LinkedHashSet<>();
        for (LoggedEvent event : events) {
            for (Field field : fields) {
                event.text(field).ifPresent(values::add);
            }
        }
        return values;
    }

    /** How it ended, as far as the events tell. */
    String outcome() {
        for (int i = events.size() - 1; i >= 0; i--) {
            Optional<String> told =
                    isAt(events.get(i), Stage.JOB_END) ? events.get(i).text(Fields.OUTCOME) : Optional.empty();
            if (told.isPresent() && !told.get().equals(Outcome.UNKNOWN.wireName())) {
                return told.get();
            }
            if (isAt(events.get(i), Stage.PROVIDER_COMPLETE)) {
                return "completed";
            }
            if (isAt(events.get(i), Stage.PROVIDER_ERROR)) {
                return "failed";
            }
        }
        return firstError().isPresent() ? "failed" : "no end seen";
    }

    private static boolean isSameRun(LoggedEvent first, LoggedEvent next) {
        return first.stage().isPresent()
                && first.stage().equals(next.stage())
                && isReplayed(first) == isReplayed(next)
                && first.text(Fields.ATTEMPT).equals(next.text(Fields.ATTEMPT))
                && first.level().compareTo(Severity.WARNING) < 0
                && next.level().compareTo(Severity.WARNING) < 0;
    }

    static boolean isAt(LoggedEvent event, Stage stage) {
        return event.stage().filter(stage.getName()::equals).isPresent();
    }

    private Instant time(LoggedEvent event) {
        return event.timestamp().orElse(start);
    }

    private static long number(LoggedEvent event, Field field) {
        return event.text(field)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /**
     * One or more events of a run.
     *
     * @param first the first
     * @param last the last
     * @param count how many
     */
    record Row(LoggedEvent first, LoggedEvent last, int count) {}

    /**
     * What was logged at a stage.
     *
     * @param events how many events
     * @param from when the first was, after the start
     * @param elapsed how long it took until each next event, summed up
     * @param toldMillis the sum of the durations that the events tell
     */
    record StageSum(int events, Duration from, Duration elapsed, long toldMillis) {

        StageSum plus(StageSum more) {
            return new StageSum(events + more.events, from, elapsed.plus(more.elapsed), toldMillis + more.toldMillis);
        }
    }
}
