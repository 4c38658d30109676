package io.pixsim.logging.catalog;

import java.util.Objects;

import org.slf4j.Marker;

/**
 * Where in its life a job is. A stage is an SLF4J {@link Marker}: plain SLF4J signatures take it, it costs nothing to
 * pass, and the gate sees it before an event exists.
 *
 * <pre>{@code
 * log.info(PROVIDER_SUBMIT, "submitted", PROVIDER_JOB_ID.of("pv_job_abc"));
 * }</pre>
 *
 * The constants are the taxonomy; {@link #of} makes others. Immutable; equal by name, to plain markers too.
 */
public final class Stage implements FixedMarker {

    private static final long serialVersionUID = 1L;

    /** The pipeline was started for a job. */
    public static final Stage PIPELINE_START = new Stage("pipeline:start", "Pipeline run invoked for job");
    /** Canonical parameters and the artifact row exist. */
    public static final Stage PIPELINE_ARTIFACT =
            new Stage("pipeline:artifact", "Canonical params and artifact created");
    /** Parameters were translated for the provider. */
    public static final Stage PROVIDER_MAP_PARAMS =
            new Stage("provider:map_params", "Provider-specific mapping performed");
    /** The job was handed to the provider. */
    public static final Stage PROVIDER_SUBMIT = new Stage("provider:submit", "Submission sent to provider");
    /** The provider was asked how far it is; may be sampled. */
    public static final Stage PROVIDER_STATUS = new Stage("provider:status", "Status poll (sampled)");
    /** The provider is done. */
    public static final Stage PROVIDER_COMPLETE = new Stage("provider:complete", "Provider signaled completion");
    /** The provider failed. */
    public static final Stage PROVIDER_ERROR = new Stage("provider:error", "Provider returned error");
    /** It was decided whether to try again. */
    public static final Stage RETRY_DECISION = new Stage("retry:decision", "Retry strategy evaluated");
    /** The job has ended; written by the library, not by programs. */
    public static final Stage JOB_END = new Stage("job:end", "The job has ended: what it came to");
    /** Events were held back; written by the library, not by programs. */
    public static final Stage LOG_LOSS = new Stage("log:loss", "Events were held back or lost: how many, and why");

    /** What the stage is called. */
    private final String name;
    /** What happens in it. */
    private final String description;

    private final transient EventMarkers alone;

    private Stage(String name, String description) {
        this.name = name;
        this.description = description;
        this.alone = EventMarkers.ofStage(name);
    }

    /**
     * Makes a constant of the taxonomy the same object again after it was serialized.
     *
     * @return the stage
     */
    private Object readResolve() {
        return of(name);
    }

    /** What an event says whose only marker this is. */
    EventMarkers alone() {
        return alone;
    }

    /**
     * The stage of a name: the taxonomy's constant where there is one, else a stage of your own.
     *
     * @param name by convention {@code group:step}; the ingest endpoint stores 50 characters
     * @return the stage
     */
    public static Stage of(String name) {
        Stage known = Stages.find(Objects.requireNonNull(name, "name"));
        return known != null ? known : new Stage(name, "");
    }

    /**
     * What the stage is called in the {@code stage} field.
     *
     * @return the name
     */
    @Override
    public String getName() {
        return name;
    }

    /**
     * What happens in the stage.
     *
     * @return one line; empty for a stage outside the taxonomy
     */
    public String description() {
        return description;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marker marker && name.equals(marker.getName());
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
