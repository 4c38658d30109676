package io.pixsim.logging.examples.worker.pipeline;

import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static io.pixsim.logging.catalog.Fields.PROVIDER_JOB_ID;
import static io.pixsim.logging.catalog.Stage.PIPELINE_ARTIFACT;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_STATUS;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static io.pixsim.logging.examples.worker.pipeline.WorkerFields.BYTES;
import static io.pixsim.logging.examples.worker.pipeline.WorkerFields.PATH;
import static io.pixsim.logging.examples.worker.pipeline.WorkerFields.PROGRESS;
import static io.pixsim.logging.examples.worker.pipeline.WorkerFields.STATUS;

import java.io.IOException;
import java.time.Duration;

import io.pixsim.logging.StageTimer;
import io.pixsim.logging.context.LogContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try to have an artifact made: submit, poll until it is complete, download, store. */
final class Attempt {

    private static final Logger log = LoggerFactory.getLogger(Attempt.class);
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(100);

    private final ProviderClient provider;
    private final ArtifactStore artifacts;

    Attempt(ProviderClient provider, ArtifactStore artifacts) {
        this.provider = provider;
        this.artifacts = artifacts;
    }

    void run(ProviderRequest request, Artifact artifact) throws ProviderException, IOException, InterruptedException {
        ProviderStatus submitted = submit(request);
        try (var scope = LogContext.with(PROVIDER_JOB_ID.of(submitted.id()))) {
            awaitCompletion(submitted);
            store(artifact, provider.download(submitted.id()));
        }
    }

    private ProviderStatus submit(ProviderRequest request) throws ProviderException, InterruptedException {
        Stopwatch watch = new Stopwatch();
        ProviderStatus status = provider.submit(request);
        log.info(
                PROVIDER_SUBMIT,
                "submitted as {}",
                PROVIDER_JOB_ID.of(status.id()),
                DURATION_MS.of(watch.elapsed()),
                STATUS.of(status.name()));
        return status;
    }

    private void awaitCompletion(ProviderStatus submitted) throws ProviderException, InterruptedException {
        Stopwatch watch = new Stopwatch();
        ProviderStatus status = submitted;
        while (!status.isComplete()) {
            Thread.sleep(BETWEEN_POLLS.toMillis());
            status = provider.status(submitted.id());
            log.info(PROVIDER_STATUS, "{}, {} %", STATUS.of(status.name()), PROGRESS.of(status.progress()));
        }
        log.info(PROVIDER_COMPLETE, "rendered", DURATION_MS.of(watch.elapsed()));
    }

    private void store(Artifact artifact, byte[] content) throws IOException {
        StageTimer.run(log, PIPELINE_ARTIFACT, "artifact stored, {} bytes", stage -> {
            stage.put(BYTES.of(content.length)).put(PATH.of(artifact.file().toString()));
            artifacts.store(artifact, content);
        });
    }
}
