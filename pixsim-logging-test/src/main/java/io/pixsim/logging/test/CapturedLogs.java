package io.pixsim.logging.test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.test.golden.GoldenFile;
import io.pixsim.logging.test.recording.Recording;
import org.jspecify.annotations.Nullable;

/**
 * What a test has logged so far, in the order in which it reached the capture. Grows while the test runs; {@link
 * #events()} and {@link #lines()} are snapshots that don't. Filters return a view that grows along, {@link #snapshot()} one
 * that has ended. Readable after the test too. Safe for use by many threads.
 *
 * <pre>{@code
 * logs.ofJob(123).atStage(PROVIDER_STATUS).awaitEvents(3, Duration.ofSeconds(5));
 * }</pre>
 */
public final class CapturedLogs {

    private final Recording<CapturedEvent> recording;
    private final Predicate<CapturedEvent> filter;
    private final String kind;
    private final Supplier<String> unheard;
    private final @Nullable Class<?> testClass;

    CapturedLogs(Recording<CapturedEvent> recording, Unheard unheard, @Nullable Class<?> testClass) {
        this(recording, event -> true, "", unheard::told, testClass);
    }

    private CapturedLogs(
            Recording<CapturedEvent> recording,
            Predicate<CapturedEvent> filter,
            String kind,
            Supplier<String> unheard,
            @Nullable Class<?> testClass) {
        this.recording = recording;
        this.filter = filter;
        this.kind = kind;
        this.unheard = unheard;
        this.testClass = testClass;
    }

    /**
     * The events captured by now.
     *
     * @return an immutable list
     */
    public List<CapturedEvent> events() {
        return recording.snapshot().stream().filter(filter).toList();
    }

    /**
     * The encoded events captured by now.
     *
     * @return an immutable list of JSON lines, without their line ends
     */
    public List<String> lines() {
        return events().stream().map(CapturedEvent::line).toList();
    }

    /**
     * Those at a stage.
     *
     * @param stage the stage
     * @return a view that grows along
     */
    public CapturedLogs atStage(Stage stage) {
        return narrowed(event -> Objects.equals(stage, event.stage()), " at stage " + stage);
    }

    /**
     * Those of a severity, exactly.
     *
     * @param severity the severity
     * @return a view that grows along
     */
    public CapturedLogs atLevel(Severity severity) {
        return narrowed(event -> event.severity() == severity, " of level " + severity);
    }

    /**
     * Those of a job.
     *
     * @param jobId the job's number
     * @return a view that grows along
     */
    public CapturedLogs ofJob(long jobId) {
        return ofJob(String.valueOf(jobId));
    }

    /**
     * Those of a job.
     *
     * @param jobId the job's id, a number or text such as {@code job-abc123}
     * @return a view that grows along
     */
    public CapturedLogs ofJob(String jobId) {
        return narrowed(event -> event.isOfJob(jobId), " of job " + jobId);
    }

    /**
     * Those that say something.
     *
     * @param message the whole message
     * @return a view that grows along
     */
    public CapturedLogs withMessage(String message) {
        return narrowed(event -> event.message().equals(message), " that say \"" + message + "\"");
    }

    /**
     * Those in which a field has a value; see {@link CapturedEvent#has(String, Object)}.
     *
     * @param name the field's name
     * @param value the value
     * @return a view that grows along
     */
    public CapturedLogs withField(String name, @Nullable Object value) {
        return narrowed(event -> event.has(name, value), " with " + name + "=" + value);
    }

    /**
     * Those in which a field has a value, given as it is logged.
     *
     * @param field the field and its value, {@code ATTEMPT.of(1)}
     * @return a view that grows along
     */
    public CapturedLogs withField(FieldValue field) {
        return narrowed(event -> event.has(field), " with " + field.field() + "=" + field);
    }

    /**
     * Compares the lines captured by now with those of a file under {@code src/test/resources} of the test's module. What
     * differs from run to run is no difference: times, durations, ids that were made up, threads, hosts, stack frames.
     *
     * <pre>{@code
     * logs.ofJob(123).assertLines("jobs/123.jsonl");
     * }</pre>
     *
     * The file is written anew when the system property {@code pixsim.golden.write} or the environment variable {@code
     * PIXSIM_GOLDEN_WRITE} is {@code true}.
     *
     * @param file where it is, one JSON object a line
     * @param alsoVolatile names of more fields whose values differ from run to run
     * @throws AssertionError when a line differs; its message shows the first that does, and in what
     */
    public void assertLines(String file, String... alsoVolatile) {
        GoldenFile.find(testClass, file).compare(lines(), Set.of(alsoVolatile));
    }

    /**
     * What is captured by now, as logs that no longer grow.
     *
     * @return the same events
     */
    public CapturedLogs snapshot() {
        Recording<CapturedEvent> ended = new Recording<>();
        ended.addAll(events());
        String unheardByNow = unheard.get();
        return new CapturedLogs(ended, event -> true, kind, () -> unheardByNow, testClass);
    }

    /**
     * Waits for events that come from other threads.
     *
     * @param atLeast how many events there must be
     * @param atMost how long to wait
     * @return these logs
     * @throws AssertionError when there are not as many by then; its message shows those there are
     */
    public CapturedLogs awaitEvents(int atLeast, Duration atMost) {
        if (!recording.await(all -> all.stream().filter(filter).limit(atLeast).count() >= atLeast, atMost)) {
            throw new AssertionError("expected " + atLeast + " events within " + atMost + ", but got " + this);
        }
        return this;
    }

    /**
     * The events captured by now, one a line, for people.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return EventText.of(kind, events()) + unheard.get();
    }

    private CapturedLogs narrowed(Predicate<CapturedEvent> more, String description) {
        return new CapturedLogs(recording, filter.and(more), kind + description, unheard, testClass);
    }
}
