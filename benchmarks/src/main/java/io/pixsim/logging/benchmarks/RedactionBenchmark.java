package io.pixsim.logging.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Our encoder with events that hold no secret: with its redactor, and with one that reads nothing. */
@State(Scope.Thread)
public class RedactionBenchmark {

    private static final int BATCH = EncodeBenchmark.BATCH;

    /** Whether secrets are looked for. */
    @Param({"true", "false"})
    boolean redacted;

    /** Which event: an {@link EventKind}. */
    @Param({"PIPELINE", "FRESH", "MESSAGE"})
    String event;

    private final Meter meter = new Meter();
    private Encoding encoding;
    private EventKind kind;
    private int made;

    /** Made by JMH. */
    @SuppressWarnings("NullAway.Init")
    public RedactionBenchmark() {}

    /** Starts the encoder. */
    @Setup(Level.Trial)
    public void start() {
        encoding = new LogbackEncoding(redacted ? Encoders.pixsim() : Encoders.pixsimUnredacted());
        kind = EventKind.valueOf(event);
        makeBatch();
    }

    /** Makes new events where the kind asks for them. */
    @Setup(Level.Invocation)
    public void before() {
        if (kind.neverSeenBefore()) {
            makeBatch();
        }
        meter.start();
    }

    /** Reads the meter. */
    @TearDown(Level.Invocation)
    public void after() {
        meter.stop(BATCH);
    }

    /**
     * Encodes the batch.
     *
     * @param sink takes the lines
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void encode(Blackhole sink) {
        for (int i = 0; i < BATCH; i++) {
            sink.consume(encoding.encode(i));
        }
    }

    private void makeBatch() {
        Event[] batch = new Event[BATCH];
        for (int i = 0; i < BATCH; i++) {
            batch[i] = kind.make(made++);
        }
        encoding.prepare(batch);
    }
}
