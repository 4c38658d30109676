package io.pixsim.logging.examples.worker.pipeline;

import static io.pixsim.logging.catalog.Fields.ARTIFACT_ID;
import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.REQUEST_ID;
import static io.pixsim.logging.catalog.Fields.SUBMISSION_ID;
import static io.pixsim.logging.catalog.Fields.USER_ID;
import static io.pixsim.logging.catalog.Stage.PIPELINE_ARTIFACT;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_MAP_PARAMS;
import static io.pixsim.logging.examples.worker.pipeline.WorkerFields.FRAMES;
import static io.pixsim.logging.examples.worker.pipeline.WorkerFields.PARAMS;

import java.io.IOException;
import java.time.Duration;

import io.pixsim.logging.RetryDecision;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.examples.worker.job.JobFolder;
import io.pixsim.logging.examples.worker.job.JobRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one job from its request to its artifact, on the calling thread. */
final class JobRun {

    private static final Logger log = LoggerFactory.getLogger(JobRun.class);

    private final JobRequest request;
    private final JobFolder folder;
    private final ArtifactStore artifacts;
    private final Attempt attempt;
    private int attempts;

    JobRun(JobRequest request, JobFolder folder, ProviderClient provider, ArtifactStore artifacts) {
        this.request = request;
        this.folder = folder;
        this.artifacts = artifacts;
        this.attempt = new Attempt(provider, artifacts);
    }

    JobOutcome run() throws InterruptedException {
        Stopwatch watch = new Stopwatch();
        try (var job = LogContext.job(request.jobId(), request.operationType(), request.providerId());
                var origin = LogContext.with(REQUEST_ID.of(request.requestId()), USER_ID.of(request.userId()))) {
            return new JobOutcome(request.jobId(), process(), attempts, watch.elapsed());
        }
    }

    private boolean process() throws InterruptedException {
        log.info(PIPELINE_START, "processing started");
        try {
            Artifact artifact = createArtifact();
            try (var scope = LogContext.artifact(artifact.id(), artifact.submissionId())) {
                return generate(mapParams(), artifact);
            }
        } catch (IOException | RuntimeException e) {
            log.error(Severity.CRITICAL, "the worker itself failed", e);
            return false;
        }
    }

    private ProviderRequest mapParams() throws IOException {
        String image = request.params().image();
        ProviderRequest mapped = ProviderRequest.of(request.params(), image == null ? null : folder.image(image));
        log.info(
                PROVIDER_MAP_PARAMS,
                "parameters mapped",
                FRAMES.of(request.params().frames()),
                PARAMS.of(mapped.described()));
        return mapped;
    }

    private Artifact createArtifact() {
        Artifact artifact = artifacts.create();
        log.info(
                PIPELINE_ARTIFACT,
                "artifact {} created",
                ARTIFACT_ID.of(artifact.id()),
                SUBMISSION_ID.of(artifact.submissionId()));
        return artifact;
    }

    private boolean generate(ProviderRequest mapped, Artifact artifact) throws IOException, InterruptedException {
        while (true) {
            int number = attempts++;
            try (var scope = LogContext.with(ATTEMPT.of(number))) {
                attempt.run(mapped, artifact);
                return true;
            } catch (ProviderException e) {
                Duration delay = decide(e, number).delay();
                if (delay == null) {
                    return false;
                }
                Thread.sleep(delay.toMillis());
            }
        }
    }

    private static RetryDecision decide(ProviderException failure, int number) {
        RetryDecision decision = RetryPolicy.decide(failure, number);
        if (decision.isRetry()) {
            log.warn(PROVIDER_ERROR, "attempt failed", ATTEMPT.of(number), failure);
        } else {
            log.error(PROVIDER_ERROR, "job failed for good", ATTEMPT.of(number), failure);
        }
        decision.log(log);
        return decision;
    }
}
