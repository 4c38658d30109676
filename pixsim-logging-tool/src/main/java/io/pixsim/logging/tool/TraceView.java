package io.pixsim.logging.tool;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Finding;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.encode.HumanText;
import io.pixsim.logging.encode.Paint;
import io.pixsim.logging.files.LoggedEvent;
import io.pixsim.logging.tool.Trace.Row;
import io.pixsim.logging.tool.Trace.StageSum;

/** A trace for people: the timeline, then what it comes to. */
final class TraceView {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final String COLUMNS = "  %12s  %-5s  %s  %7s  %10s  ";
    private static final int WIDEST = 120;
    private static final int STAGE_WIDTH = 19;

    private final Output out;
    private final Paint paint;

    TraceView(Output out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    void show(String subject, Trace trace) throws IOException {
        out.line(painted(Paint.EVENT, HumanText.line(subject)) + "  " + trace.outcome());
        out.line("  " + TIME.format(trace.start()) + ", " + Times.shown(trace.length()) + ", "
                + trace.events().size() + " events" + about(trace));
        out.line("");
        out.line(painted(
                Paint.KEY, (COLUMNS + "message").formatted("offset", "level", stage("stage"), "attempt", "duration")));
        timeline(trace);
        out.line("");
        stages(trace);
        sums(trace);
    }

    private static String about(Trace trace) {
        Set<String> words = trace.distinct(Fields.OPERATION_TYPE, Fields.PROVIDER_ID, Fields.SERVICE);
        return words.stream().map(word -> ", " + HumanText.line(word)).collect(Collectors.joining());
    }

    private void timeline(Trace trace) throws IOException {
        LoggedEvent before = null;
        for (Row row : trace.rows()) {
            if (before != null) {
                Duration silence = trace.offset(row.first()).minus(trace.offset(before));
                if (trace.isGap(silence)) {
                    out.line(painted(Paint.KEY, "  %12s  nothing for %s".formatted("", Times.shown(silence))));
                }
            }
            out.line(row(trace, row));
            before = row.last();
        }
    }

    private String row(Trace trace, Row row) {
        LoggedEvent event = row.last();
        String columns = COLUMNS.formatted(
                offset(trace.offset(row.first())),
                EventLine.level(event.level()),
                stage(event.stage().orElse("")),
                HumanText.line(event.text(Fields.ATTEMPT).orElse("")),
                duration(trace, row));
        String text = Trace.isReplayed(event) ? "(replayed) " : "";
        text += row.count() > 1 ? row.count() + " times, at last: " : "";
        text += event.message()
                + event.text(Fields.ERROR).map(error -> ": " + error).orElse("")
                + (Trace.isAt(event, Stage.JOB_END) ? ": " + end(event) : "");
        return painted(Paint.level(event.level()), columns) + HumanText.cut(EventLine.message(text), WIDEST);
    }

    private static String stage(String stage) {
        String word = HumanText.word(HumanText.cut(stage, 50));
        return word + " ".repeat(Math.max(0, STAGE_WIDTH - HumanText.columns(word)));
    }

    private static String end(LoggedEvent event) {
        String attempts = event.text(Fields.ATTEMPTS).orElse("0");
        return event.text(Fields.OUTCOME).orElse("unknown") + ", " + attempts
                + (attempts.equals("1") ? " attempt" : " attempts");
    }

    private static String duration(Trace trace, Row row) {
        if (row.count() > 1) {
            return Times.shown(trace.offset(row.last()).minus(trace.offset(row.first())));
        }
        return row.first()
                .text(Fields.DURATION_MS)
                .map(text -> HumanText.line(HumanText.cut(text, 12)) + " ms")
                .orElse("");
    }

    private static String offset(Duration offset) {
        return String.format(Locale.ROOT, "+%d.%03d s", offset.toSeconds(), offset.toMillisPart());
    }

    private void stages(Trace trace) throws IOException {
        Map<String, StageSum> stages = trace.stages();
        if (stages.isEmpty()) {
            return;
        }
        out.line(painted(
                Paint.KEY,
                "  %s  %6s  %12s  %12s  %12s".formatted(stage("stage"), "events", "from", "elapsed", "took")));
        for (Map.Entry<String, StageSum> stage : stages.entrySet()) {
            StageSum sum = stage.getValue();
            out.line("  %s  %6d  %12s  %12s  %12s"
                    .formatted(
                            stage(stage.getKey()),
                            sum.events(),
                            offset(sum.from()),
                            Times.shown(sum.elapsed()),
                            sum.toldMillis() == 0 ? "" : Times.shown(Duration.ofMillis(sum.toldMillis())))
                    .stripTrailing());
        }
        out.line("");
    }

    private void sums(Trace trace) throws IOException {
        List<LoggedEvent> retries = trace.retries();
        sum("retries", String.valueOf(retries.size()));
        for (LoggedEvent retry : retries) {
            sum("", offset(trace.offset(retry)) + "  after attempt " + text(retry, "attempt") + ": " + reason(retry));
        }
        Optional<LoggedEvent> error = trace.firstError();
        if (error.isPresent()) {
            sum("first error", offset(trace.offset(error.get())) + "  " + failure(error.get()));
        }
        for (Finding finding : trace.findings()) {
            sum("finding", finding.description());
        }
        if (trace.replayed() > 0) {
            sum("replayed", trace.replayed() + " events");
        }
        sum("held back", trace.heldBack() + " events");
        for (LoggedEvent loss : trace.losses()) {
            sum("", offset(trace.offset(loss)) + "  " + text(loss, "lost"));
        }
        sum("artifacts", trace.artifacts().isEmpty() ? "none" : String.join(", ", trace.artifacts()));
    }

    private static String failure(LoggedEvent error) {
        return error.stage().orElse("") + "  " + text(error, "error_type") + ": "
                + error.text(Fields.ERROR).orElse(error.message());
    }

    private static String reason(LoggedEvent retry) {
        String delay = retry.text(Fields.DELAY_MS)
                .map(millis -> " (in " + millis + " ms)")
                .orElse("");
        return retry.text(Fields.REASON).orElse(retry.message()) + delay;
    }

    private static String text(LoggedEvent event, String name) {
        Object value = event.fields().get(name);
        return value == null ? "-" : value.toString();
    }

    private void sum(String name, String text) throws IOException {
        out.line(painted(Paint.KEY, "  %-12s".formatted(name)) + " " + HumanText.cut(HumanText.line(text), WIDEST));
    }

    private String painted(String code, String text) {
        StringBuilder line = new StringBuilder();
        paint.append(line, code, text);
        return line.toString();
    }
}
