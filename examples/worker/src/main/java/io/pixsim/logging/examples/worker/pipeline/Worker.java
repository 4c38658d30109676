package io.pixsim.logging.examples.worker.pipeline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.examples.worker.job.JobFolder;
import io.pixsim.logging.examples.worker.job.JobRequest;

/** Runs the jobs of a folder, several at a time, each on one thread from start to end. */
public final class Worker {

    private final JobFolder folder;
    private final ProviderClient provider;
    private final ArtifactStore artifacts;

    /**
     * A worker that has not begun.
     *
     * @param folder where the requests are
     * @param provider where generations are submitted
     * @param artifacts the folder that artifacts go to; made when it is missing
     */
    public Worker(JobFolder folder, URI provider, Path artifacts) {
        this.folder = folder;
        this.provider = new ProviderClient(provider);
        this.artifacts = new ArtifactStore(artifacts);
    }

    /**
     * Runs every job, and returns when the last has ended.
     *
     * @param threads how many jobs run at the same time
     * @return how they ended, in the order of the requests
     * @throws IOException when the requests cannot be read
     * @throws InterruptedException when the caller is interrupted; jobs that run are interrupted too
     */
    public List<JobOutcome> work(int threads) throws IOException, InterruptedException {
        List<Callable<JobOutcome>> runs = new ArrayList<>();
        for (JobRequest request : folder.requests()) {
            runs.add(() -> new JobRun(request, folder, provider, artifacts).run());
        }
        AtomicInteger count = new AtomicInteger();
        ExecutorService pool =
                Executors.newFixedThreadPool(threads, task -> new Thread(task, "worker-" + count.incrementAndGet()));
        try {
            return outcomes(pool.invokeAll(runs));
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    private static List<JobOutcome> outcomes(List<Future<JobOutcome>> runs) throws InterruptedException {
        List<JobOutcome> outcomes = new ArrayList<>();
        for (Future<JobOutcome> run : runs) {
            try {
                outcomes.add(run.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a job ended without an outcome", e.getCause());
            }
        }
        return outcomes;
    }
}
