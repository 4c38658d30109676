package io.pixsim.logging.catalog;

import static io.pixsim.logging.catalog.Field.UNLIMITED;
import static io.pixsim.logging.catalog.SetBy.ENCODER;
import static io.pixsim.logging.catalog.SetBy.GATE;
import static io.pixsim.logging.catalog.SetBy.SETTINGS;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The field catalog: what every service calls the same thing, in the order in which encoders write it. Limits are the
 * columns of the ingest endpoint, in code points.
 *
 * <p>To add a field: one constant, and its place in {@link #all()}.
 */
public final class Fields {

    /** Event time: UTC, ISO 8601, microseconds. */
    public static final TextField TIMESTAMP =
            new TextField("timestamp", UNLIMITED, ENCODER, "Event time (UTC, ISO 8601)");
    /** Severity, as in {@link Severity}. */
    public static final TextField LEVEL =
            new TextField("level", 20, ENCODER, "Severity: debug, info, warning, error, critical");
    /** The message. */
    public static final TextField MSG = new TextField("msg", UNLIMITED, ENCODER, "Short event message");
    /** The component that emits; {@code api}, {@code worker}, {@code script-launcher}, … The end is kept when it is cut. */
    public static final TextField SERVICE = new TextField("service", 50, SETTINGS, "Component that emits the event");
    /** Deployment environment; {@code dev}, {@code staging}, {@code prod}. */
    public static final TextField ENV = new TextField("env", 20, SETTINGS, "Deployment environment");
    /** Which part of the system the event is about; see {@link Domain}. */
    public static final WordField<Domain> DOMAIN = new WordField<>("domain", 30, "Functional domain of the event");

    /** Correlates all that one HTTP request caused. */
    public static final TextField REQUEST_ID = new TextField("request_id", 100, "HTTP request correlation");
    /** W3C trace id. */
    public static final TextField TRACE_ID = new TextField("trace_id", UNLIMITED, "Trace correlation across services");
    /** W3C span id. */
    public static final TextField SPAN_ID = new TextField("span_id", UNLIMITED, "Span within the trace");
    /** Correlates all that happened to one job. The id to look for first. */
    public static final IdField JOB_ID = new IdField("job_id", "Job lifecycle correlation");
    /** Known after the submission to the provider was stored. */
    public static final IdField SUBMISSION_ID = new IdField("submission_id", "Provider submission");
    /** Known after the artifact row was created. */
    public static final IdField ARTIFACT_ID = new IdField("artifact_id", "Generation artifact");
    /** What later backends call the artifact. */
    public static final IdField GENERATION_ID = new IdField("generation_id", "Generation (later name of the artifact)");
    /** The provider's own id of the job. */
    public static final TextField PROVIDER_JOB_ID = new TextField("provider_job_id", 255, "Provider's id of the job");
    /** {@code pixverse}, {@code sora}, … */
    public static final TextField PROVIDER_ID = new TextField("provider_id", 50, "Provider identifier");
    /** {@code text_to_video}, {@code image_to_video}, … */
    public static final TextField OPERATION_TYPE = new TextField("operation_type", 50, "Generation operation");
    /** Where in its life the job is; see {@link Stage}. */
    public static final TextField STAGE = new TextField("stage", 50, "Lifecycle stage");
    /** What kind of work the event comes from; see {@link Channel}. */
    public static final WordField<Channel> CHANNEL =
            new WordField<>("channel", 30, "Source channel: cron, pipeline, api, system");
    /** The originating user; a number, never an e-mail address. */
    public static final IdField USER_ID = new IdField("user_id", "Originating user");

    /** Retry attempt: 0 first, one more for each retry. */
    public static final IntegerField ATTEMPT = new IntegerField("attempt", "Retry attempt, 0 first");
    /** How long the stage took. */
    public static final MillisField DURATION_MS = new MillisField("duration_ms", "Duration of the stage");
    /** How many events of its kind a kept, sampled event stands for. */
    public static final IntegerField SAMPLE_RATE = new IntegerField("sample_rate", GATE, "Kept one in so many");
    /** How many events of its kind were held back since the last that was written. */
    public static final IntegerField SUPPRESSED =
            new IntegerField("suppressed", GATE, "Events of its kind held back since the last one written");

    /** How a job ended; see {@link Outcome}. */
    public static final TextField OUTCOME =
            new TextField("outcome", UNLIMITED, GATE, "How the job ended: completed, failed, unknown");
    /** How many attempts a job took. */
    public static final IntegerField ATTEMPTS = new IntegerField("attempts", GATE, "Attempts that the job took");
    /** How long a job was at each stage. */
    public static final AnyField STAGES =
            new AnyField("stages", GATE, "By stage, milliseconds until the job's next stage");
    /** What a job has made. */
    public static final AnyField ARTIFACTS = new AnyField("artifacts", GATE, "Ids of the job's artifacts");
    /** What does not add up in a job's stages; see {@link Finding}. */
    public static final AnyField FINDINGS = new AnyField("findings", GATE, "What does not add up in the job's stages");
    /** What was held back, by reason and stage. */
    public static final AnyField LOST = new AnyField("lost", GATE, "Events held back, by reason and stage");
    /** That an event was recorded when it was logged, and written when its job failed. */
    public static final AnyField REPLAYED =
            new AnyField("replayed", GATE, "True: recorded when logged, written when its job failed");

    /** What went wrong, for people: the message of the root cause unless given. */
    public static final TextField ERROR = new TextField("error", UNLIMITED, SetBy.EXCEPTION, "Human-readable error");
    /** What kind of thing went wrong, for grouping: the class of the root cause unless given. */
    public static final TextField ERROR_TYPE =
            new TextField("error_type", 100, SetBy.EXCEPTION, "Exception class or category");

    /** Canonical artifact hash. */
    public static final TextField REPRODUCIBLE_HASH =
            new TextField("reproducible_hash", UNLIMITED, "Canonical artifact hash");
    /** Provider account used. */
    public static final IdField ACCOUNT_ID = new IdField("account_id", "Provider account used");
    /** Policy applied to a retry. */
    public static final TextField RETRY_POLICY = new TextField("retry_policy", UNLIMITED, "Policy applied to a retry");
    /** Why something was decided as it was. */
    public static final TextField REASON = new TextField("reason", UNLIMITED, "Why it was decided so");
    /** The wait before the next attempt. */
    public static final MillisField DELAY_MS = new MillisField("delay_ms", "Wait before the next attempt");
    /** Safety classification summary. */
    public static final AnyField CONTENT_FLAGS = new AnyField("content_flags", "Safety classification summary");
    /** Event name, where an event has one beside its message. */
    public static final TextField EVENT = new TextField("event", UNLIMITED, "Event name beside the message");

    /** The logger's name. */
    public static final TextField LOGGER = new TextField("logger", UNLIMITED, ENCODER, "Name of the logger");
    /** The thread's name. */
    public static final TextField THREAD = new TextField("thread", UNLIMITED, ENCODER, "Name of the thread");
    /** The stack trace, root cause first. */
    public static final TextField EXCEPTION =
            new TextField("exception", UNLIMITED, ENCODER, "Stack trace, root cause first");

    /** Groups failures: the same for the same code path, whatever its messages and line numbers. */
    public static final TextField ERROR_HASH =
            new TextField("error_hash", UNLIMITED, ENCODER, "The same for failures of the same kind and place");
    /** The fields of the event that could not be written as they were. */
    public static final AnyField REPAIRED =
            new AnyField("_repaired", ENCODER, "Fields that could not be written as they were");

    private static final List<Field> ALL = List.of(
            TIMESTAMP,
            LEVEL,
            MSG,
            SERVICE,
            ENV,
            DOMAIN,
            REQUEST_ID,
            TRACE_ID,
            SPAN_ID,
            JOB_ID,
            SUBMISSION_ID,
            ARTIFACT_ID,
            GENERATION_ID,
            PROVIDER_JOB_ID,
            PROVIDER_ID,
            OPERATION_TYPE,
            STAGE,
            CHANNEL,
            USER_ID,
            ATTEMPT,
            DURATION_MS,
            SAMPLE_RATE,
            SUPPRESSED,
            OUTCOME,
            ATTEMPTS,
            STAGES,
            ARTIFACTS,
            FINDINGS,
            LOST,
            REPLAYED,
            ERROR,
            ERROR_TYPE,
            REPRODUCIBLE_HASH,
            ACCOUNT_ID,
            RETRY_POLICY,
            REASON,
            DELAY_MS,
            CONTENT_FLAGS,
            EVENT,
            LOGGER,
            THREAD,
            EXCEPTION,
            ERROR_HASH,
            REPAIRED);

    private static final Map<String, Field> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Field::name, Function.identity()));

    /** As Micrometer and the Elastic Common Schema spell what OpenTelemetry spells as the catalog does. */
    private static final Map<String, Field> ALIASES =
            Map.of("traceId", TRACE_ID, "trace.id", TRACE_ID, "spanId", SPAN_ID, "span.id", SPAN_ID);

    private static final Map<String, Integer> POSITIONS = IntStream.range(0, ALL.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(i -> ALL.get(i).name(), Function.identity()));

    private Fields() {}

    /**
     * Every field of the catalog, in the order in which encoders write them.
     *
     * @return an immutable list
     */
    public static List<Field> all() {
        return ALL;
    }

    /**
     * The catalog's field of a name.
     *
     * @param name the exact name
     * @return the field, or null when the catalog has none of that name
     */
    public static @Nullable Field find(String name) {
        return BY_NAME.get(name);
    }

    /**
     * Other names under which tracers bind what the catalog has a field for; in the MDC they mean that field where it is
     * not bound itself.
     *
     * @return an immutable map from alias to field
     */
    public static Map<String, Field> aliases() {
        return ALIASES;
    }

    /**
     * The place of a field in the catalog's order.
     *
     * @param name the exact name
     * @return the index in {@link #all()}, or -1 when the catalog has none of that name
     */
    public static int position(String name) {
        return POSITIONS.getOrDefault(name, -1);
    }
}
