package io.pixsim.logging.examples.worker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.pixsim.logging.Format;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.collector.Collector;
import io.pixsim.logging.examples.worker.job.JobFolder;
import io.pixsim.logging.examples.worker.pipeline.JobOutcome;
import io.pixsim.logging.examples.worker.pipeline.Worker;
import io.pixsim.logging.examples.worker.provider.ProviderServer;

/**
 * Runs the jobs of a folder and shows what became of their log: on the console, in a file, and at a collector, from which one
 * job's trace is read back. With {@code -Dkeep} the collector stays, to be asked.
 */
public final class Demo {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final JobFolder jobs;
    private final Path artifacts;
    private final CollectorFolder collected;
    private final Path logFile;
    private final Page page = new Page(System.out);

    private Demo(Path jobs, Path output) {
        this.jobs = new JobFolder(jobs);
        this.artifacts = output.resolve("artifacts");
        this.collected = new CollectorFolder(output.resolve("collector"));
        this.logFile = output.resolve("worker.jsonl");
    }

    /**
     * Runs every job and ends by itself, unless the collector is to stay: with status 0, or 1 when the log did not keep its
     * promises.
     *
     * @param args the job folder and the output folder
     * @throws Exception when a port or a file cannot be opened
     */
    public static void main(String[] args) throws Exception {
        Path jobs = Path.of(args.length > 0 ? args[0] : "examples/worker/jobs");
        Path output = Path.of(args.length > 1 ? args[1] : "examples/worker/target/demo");
        if (!new Demo(jobs, output).run()) {
            System.exit(1);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        Files.deleteIfExists(logFile);
        try (Collector collector = collected.start()) {
            boolean kept = run(collector);
            if (Boolean.getBoolean("keep")) {
                stay(collector);
            }
            return kept;
        }
    }

    private boolean run(Collector collector) throws IOException, InterruptedException {
        Accounting accounting;
        try (ProviderServer provider = ProviderServer.start(1)) {
            page.title("PixSim Logging: jobs of a worker, end to end");
            page.row("provider", provider.url());
            page.row("collector", collector.url());
            page.blank();
            configure(collector.ingestUrl());
            accounting = work(provider.url(), collector.ingestUrl());
        }
        return conclude(accounting);
    }

    private void stay(Collector collector) throws InterruptedException {
        URI trace = collector.url().resolve("/api/v1/logs/trace/job/");
        page.blank();
        page.title("The collector stays, until it is interrupted");
        page.row("page", collector.url().resolve("/#/jobs"));
        page.row("query", collector.url().resolve("/api/v1/logs/query?min_level=warning"));
        page.row("trace", trace + "124");
        Runtime.getRuntime().addShutdownHook(new Thread(collector::close, "demo-stop"));
        new CountDownLatch(1).await();
    }

    private void configure(URI ingest) {
        Logging.configure(LoggingOptions.forService("worker")
                .format(Format.HUMAN)
                .file(logFile)
                .ingestionUrl(ingest)
                .batchSize(20)
                .flushInterval(Duration.ofMillis(500))
                .build());
    }

    private Accounting work(URI provider, URI ingest) throws IOException, InterruptedException {
        try {
            List<JobOutcome> outcomes = new Worker(jobs, provider, artifacts).work(2);
            Logging.flush(DEADLINE);
            showJobs(outcomes);
            showTrace(ingest, outcomes);
            return Accounting.of(Logging.stats());
        } finally {
            Logging.shutdown(DEADLINE);
        }
    }

    private void showJobs(List<JobOutcome> outcomes) {
        page.blank();
        page.title("Jobs");
        outcomes.forEach(outcome -> page.row(outcome.jobId(), outcome));
    }

    /** Of the job that took the most attempts: it has the most to tell. */
    private void showTrace(URI ingest, List<JobOutcome> outcomes) throws IOException, InterruptedException {
        JobOutcome telling = outcomes.stream()
                .max(Comparator.comparingInt(JobOutcome::attempts))
                .orElseThrow();
        page.blank();
        page.title("Trace of job " + telling.jobId() + ", read back from the collector");
        Timeline.read(ingest, telling.jobId()).lines().forEach(page::line);
    }

    private boolean conclude(Accounting accounting) throws IOException, InterruptedException {
        MaskingCheck masking = MaskingCheck.of(jobs.requests(), logFile);
        List<String> threads = Leftovers.threads();
        page.blank();
        page.title("Afterwards");
        page.row("events", accounting);
        page.row("masked", masking);
        page.row("threads", threads.isEmpty() ? "none left behind" : "left behind: " + threads);
        page.row("log", logFile);
        page.row("artifacts", artifacts);
        return accounting.balances() && masking.passed() && threads.isEmpty();
    }
}
