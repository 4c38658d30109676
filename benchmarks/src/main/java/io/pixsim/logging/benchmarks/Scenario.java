package io.pixsim.logging.benchmarks;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What is measured, and what is to be reached there. */
@SuppressWarnings("ImmutableEnumChecker") // a record of numbers
enum Scenario {
    ENCODE_PIPELINE(
            "encode, INFO, 12 fields",
            "encode",
            EventKind.PIPELINE,
            Goal.ofPeer(0.15).andOfBound(1.2)),
    ENCODE_FRESH("encode, INFO, nothing reusable", "encode", EventKind.FRESH, Goal.ofPeer(0.28)),
    ENCODE_ERROR("encode, ERROR with cause chain", "encode", EventKind.ERROR, Goal.ofPeer(0.20)),
    ENCODE_FRESH_ERROR("encode, ERROR, new throwables", "encode", EventKind.FRESH_ERROR, Goal.ofPeer(0.20)),
    ENCODE_LONG("encode, long non-ASCII message", "encode", EventKind.LONG, Goal.ofPeer(0.37)),
    CALL("full call, 1 thread", "call", 1, false, Goal.ofPeer(0.16)),
    CALL_BY_TWO("full call, 2 threads", "call", 2, false, Goal.ofPeer(0.15)),
    CALL_CHANGED("full call, context changed before", "callInChangedContext", 1, false, Goal.ofPeer(0.30)),
    CALL_NEWEST("full call against Penna, newest JDK", "call", 1, true, Goal.ofPeer(0.30)),
    DISABLED("disabled call", "disabled", 1, false, Goal.silent(5)),
    DISABLED_FLUENT("disabled fluent call", "disabledFluent", 1, false, Goal.silent(5)),
    SAMPLED_OUT("sampled-out call", "sampledOut", 1, false, Goal.silent(30));

    private final String title;
    private final String method;
    private final EventKind event;
    private final int threads;
    private final boolean newest;
    private final Goal goal;

    Scenario(String title, String method, EventKind event, Goal goal) {
        this(title, method, event, 1, false, goal);
    }

    Scenario(String title, String method, int threads, boolean newest, Goal goal) {
        this(title, method, EventKind.PIPELINE, threads, newest, goal);
    }

    Scenario(String title, String method, EventKind event, int threads, boolean newest, Goal goal) {
        this.title = title;
        this.method = method;
        this.event = event;
        this.threads = threads;
        this.newest = newest;
        this.goal = goal;
    }

    /** The scenario that JMH measured. */
    static Scenario of(BenchmarkParams params, boolean newest) {
        String method = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        @Nullable String event = params.getParam("event");
        for (Scenario each : values()) {
            boolean sameEvent = event == null || each.event.name().equals(event);
            if (each.method.equals(method)
                    && sameEvent
                    && each.threads == params.getThreads()
                    && each.newest == newest) {
                return each;
            }
        }
        throw new IllegalArgumentException(params.getBenchmark());
    }

    String title() {
        return title;
    }

    EventKind event() {
        return event;
    }

    Goal goal() {
        return goal;
    }

    /** Whether lines are written, so that there are peers to compare with. */
    boolean isCompared() {
        return !Double.isNaN(goal.ofPeer());
    }
}
