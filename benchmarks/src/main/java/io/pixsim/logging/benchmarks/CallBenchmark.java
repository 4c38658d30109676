package io.pixsim.logging.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The whole call, to a stream that goes nowhere. Fails when a line is missing there. */
public class CallBenchmark {

    static final int BATCH = 128;

    /** Made by JMH. */
    public CallBenchmark() {}

    /** What all threads log through. */
    @State(Scope.Benchmark)
    public static class Target {

        /** Whose call: a {@link Peer}. */
        @Param("PIXSIM")
        String peer;

        private final CountingStream stream = new CountingStream();
        private Caller caller;

        /** Made by JMH. */
        @SuppressWarnings("NullAway.Init")
        public Target() {}

        /** Sets logging up. */
        @Setup(Level.Trial)
        public void start() {
            caller = Peer.valueOf(peer).caller(stream);
        }

        /** Compares the lines with the calls. */
        @TearDown(Level.Iteration)
        public void check() {
            long calls = Meter.read().events();
            if (stream.lines() != calls) {
                throw new IllegalStateException(peer + ": lines != calls: " + stream.lines() + " != " + calls);
            }
        }
    }

    /** What each thread has of its own. */
    @State(Scope.Thread)
    public static class Batch {

        private final Meter meter = new Meter();
        private final Event[] events = new Event[BATCH];

        /** Made by JMH. */
        public Batch() {}

        /**
         * Binds the context to the thread.
         *
         * @param target what is logged through
         */
        @Setup(Level.Trial)
        public void bind(Target target) {
            for (int i = 0; i < BATCH; i++) {
                events[i] = EventKind.PIPELINE.make(i);
            }
            target.caller.bind(events[0].context());
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
    }

    /**
     * Logs the batch in one and the same context.
     *
     * @param target what is logged through
     * @param batch the events
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void call(Target target, Batch batch) {
        for (Event event : batch.events) {
            target.caller.log(event);
        }
    }

    /**
     * Exchanges an entry of the context before each call.
     *
     * @param target what is logged through
     * @param batch the events
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void callInChangedContext(Target target, Batch batch) {
        for (Event event : batch.events) {
            target.caller.rebind(Event.ARTIFACT_ID, event.artifactId());
            target.caller.log(event);
        }
    }
}
