package io.pixsim.logging.journeys;

import static io.pixsim.logging.catalog.Stage.JOB_END;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.journeys.Patience.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.Logging;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedLogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Pipelines of Reactor with its automatic context propagation: the accessor is found, and nothing was registered. */
@CaptureLogs(level = Severity.INFO)
class ReactorTest {

    private static final Logger LOG = LoggerFactory.getLogger("pipeline");

    private final ExecutorService first = Executors.newSingleThreadExecutor(task -> new Thread(task, "first"));
    private final ExecutorService second = Executors.newSingleThreadExecutor(task -> new Thread(task, "second"));
    private final Scheduler firstScheduler = Schedulers.fromExecutorService(first);
    private final Scheduler secondScheduler = Schedulers.fromExecutorService(second);

    @BeforeEach
    void propagate() {
        Hooks.enableAutomaticContextPropagation();
    }

    @AfterEach
    void stop() {
        Hooks.disableAutomaticContextPropagation();
        first.shutdownNow();
        second.shutdownNow();
        Logging.shutdown(LONG);
        MDC.clear();
    }

    @Test
    void eachStepLogsUnderTheContextOfTheSubscriberOnWhateverThreadItRuns(CapturedLogs logs) {
        try (var job = LogContext.job(123)) {
            pipeline().blockLast(LONG);
        }

        assertThat(logs.ofJob(123).events())
                .extracting(event -> event.message() + " on " + event.fields().get("thread"))
                .contains("published 1 on first", "called 2 on second", "mapped 3 on second")
                .hasSize(9);
        assertThat(logs.events()).hasSize(9);
    }

    @Test
    void pipelinesThatShareThreadsKeepTheirContextsApart(CapturedLogs logs) {
        List<Mono<Integer>> running = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            try (var job = LogContext.job(i)) {
                Mono<Integer> pipeline = pipeline().last().contextCapture().cache();
                pipeline.subscribe();
                running.add(pipeline);
            }
        }
        Flux.merge(running).blockLast(LONG);

        for (int i = 1; i <= 20; i++) {
            assertThat(logs.ofJob(i).events()).as("job %s", i).hasSize(9);
        }
        assertThat(logs.events()).hasSize(20 * 9);
    }

    @Test
    void nothingStaysOnTheThreads() throws Exception {
        try (var job = LogContext.job(123)) {
            pipeline().blockLast(LONG);
            assertThat(MDC.get("job_id")).isEqualTo("123");
        }

        assertThat(contextOf(first)).isNullOrEmpty();
        assertThat(contextOf(second)).isNullOrEmpty();
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void aSubscriberWithoutContextSeesNoneOfAnothers(CapturedLogs logs) {
        try (var job = LogContext.job(123)) {
            pipeline().blockLast(LONG);
        }

        pipeline().blockLast(LONG);

        assertThat(logs.ofJob(123).events()).hasSize(9);
        assertThat(logs.events()).hasSize(18);
    }

    @Test
    void aJobWhoseContextAPipelineTookAlongDoesNotEndWithItsScope(CapturedLogs logs) {
        Logging.configure("worker");
        Sinks.One<Integer> answer = Sinks.one();
        Mono<Integer> rest;
        try (var job = LogContext.job(123)) {
            LOG.info(PIPELINE_START, "processing_started");
            rest = answer.asMono()
                    .doOnNext(i -> LOG.info("answered"))
                    .contextCapture()
                    .cache();
            rest.subscribe();
        }
        assertThat(logs.atStage(JOB_END).events()).isEmpty();

        answer.tryEmitValue(1).orThrow();
        rest.block(LONG);

        assertThat(logs.withMessage("answered").events())
                .singleElement()
                .satisfies(event -> assertThat(event.fields()).containsEntry("job_id", 123L));
    }

    private Flux<Integer> pipeline() {
        return Flux.range(1, 3)
                .publishOn(firstScheduler)
                .doOnNext(i -> LOG.info("published {}", i))
                .flatMap(i -> Mono.fromCallable(() -> {
                            LOG.info("called {}", i);
                            return i;
                        })
                        .subscribeOn(secondScheduler))
                .doOnNext(i -> LOG.info("mapped {}", i));
    }

    private static Map<String, String> contextOf(ExecutorService thread) throws Exception {
        return thread.submit(MDC::getCopyOfContextMap).get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
}
