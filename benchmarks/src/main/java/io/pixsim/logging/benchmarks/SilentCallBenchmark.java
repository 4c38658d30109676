package io.pixsim.logging.benchmarks;

import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.logback.GateTurboFilter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Calls that write nothing, with our gate in place. Fails when one is written, or a sampled one is not accounted for. */
@State(Scope.Thread)
public class SilentCallBenchmark {

    static final int BATCH = 8192;

    private final Meter meter = new Meter();
    private final CountingStream stream = new CountingStream();
    private final GateTurboFilter gate = new GateTurboFilter();
    private final Logger logger = LoggerFactory.getLogger(Event.LOGGER);
    private boolean sampled;

    /** Made by JMH. */
    public SilentCallBenchmark() {}

    /** Sets logging up: INFO and above, status polls sampled, in the context of a job. */
    @Setup(Level.Trial)
    public void start() {
        Callers.through(Encoders.pixsim(), stream);
        gate.setSamplingProviderStatus(Integer.MAX_VALUE);
        gate.start();
        ((LoggerContext) LoggerFactory.getILoggerFactory()).addTurboFilter(gate);
        MDC.setContextMap(Map.of("job_id", "48213077", "provider_id", "pixverse"));
    }

    /** Starts the meter. */
    @Setup(Level.Invocation)
    public void before() {
        meter.start();
    }

    /** Reads the meter. */
    @TearDown(Level.Invocation)
    public void after() {
        meter.stop(BATCH);
    }

    /** Compares what was held back with the calls; the first of the job is kept. */
    @TearDown(Level.Trial)
    public void check() {
        long kept = sampled ? 1 : 0;
        long heldBack =
                gate.suppressed().values().stream().mapToLong(Long::longValue).sum();
        long expected = sampled ? Meter.read().events() - kept : 0;
        if (stream.lines() != kept || heldBack != expected) {
            throw new IllegalStateException(
                    "lines " + stream.lines() + " != " + kept + ", or held back " + heldBack + " != " + expected);
        }
    }

    /** A call below the level. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void disabled() {
        for (int i = 0; i < BATCH; i++) {
            logger.debug(Stage.PROVIDER_STATUS, "status_polled");
        }
    }

    /** A fluent call below the level. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void disabledFluent() {
        for (int i = 0; i < BATCH; i++) {
            logger.atDebug().addKeyValue(Event.ATTEMPT, i).log("status_polled");
        }
    }

    /** A status poll that is not the one in so many. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void sampledOut() {
        sampled = true;
        for (int i = 0; i < BATCH; i++) {
            logger.info(Stage.PROVIDER_STATUS, "status_polled");
        }
    }
}
