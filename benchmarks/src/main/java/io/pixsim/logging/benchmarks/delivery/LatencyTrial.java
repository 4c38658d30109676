package io.pixsim.logging.benchmarks.delivery;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.ThreadMXBean;

/** What a caller waits for and what it allocates, while the endpoint is up, hangs, refuses or is down. */
final class LatencyTrial implements Trial {

    /** What the endpoint does meanwhile. */
    static final List<String> STATES = List.of("up", "hanging", "refusing", "down");

    private static final long WARM_UP_MILLIS = 3_000;
    private static final int SAMPLES = 30_000;
    private static final int PER_STEP = 25;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(1);

    @Override
    public void run(Setting setting, Figures figures) throws Exception {
        // Else the next one would wait until it has given up on all that it holds.
        System.setProperty("lokiDrain", "false");
        Calls calls = new Calls();
        warmUp(setting, calls);
        for (String state : STATES) {
            if (suits(setting.contestant(), state)) {
                setting.sink().begin(behaviour(state));
                Ports ports = state.equals("down") ? setting.ports().closed() : setting.ports();
                Candidate candidate = Candidate.start(setting.contestant(), ports, false);
                measure(calls, state, figures);
                setting.sink().begin(Behaviour.GOOD);
                candidate.drop();
            }
        }
        setting.sink().begin(Behaviour.GOOD);
    }

    private static boolean suits(Contestant contestant, String state) {
        return switch (state) {
            case "up" -> true;
            case "refusing" -> contestant.hearsAnswers();
            default -> contestant != Contestant.NOOP;
        };
    }

    private static Behaviour behaviour(String state) {
        return switch (state) {
            case "hanging" -> Behaviour.HANGING;
            case "refusing" -> Behaviour.REFUSING;
            default -> Behaviour.GOOD;
        };
    }

    private static void warmUp(Setting setting, Calls calls) throws Exception {
        setting.sink().begin(Behaviour.GOOD);
        Candidate candidate = Candidate.start(setting.contestant(), setting.ports(), false);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WARM_UP_MILLIS);
        while (System.nanoTime() < end) {
            sample(calls, new long[SAMPLES / 10], PER_STEP * 40);
        }
        candidate.drop();
    }

    private static void measure(Calls calls, String state, Figures figures) {
        sample(calls, new long[SAMPLES / 4], PER_STEP);
        long[] nanos = new long[SAMPLES];
        long before = allocated();
        sample(calls, nanos, PER_STEP);
        long bytes = allocated() - before;
        Arrays.sort(nanos);
        figures.put(state + ".p50", nanos[SAMPLES / 2]);
        figures.put(state + ".p99.9", nanos[SAMPLES - SAMPLES / 1000]);
        figures.put(state + ".bytes", bytes / (double) SAMPLES);
    }

    /** A few calls in a row, then a pause, as work comes in. */
    private static void sample(Calls calls, long[] nanos, int perStep) {
        for (int i = 0; i < nanos.length; ) {
            int end = Math.min(nanos.length, i + perStep);
            while (i < end) {
                long start = System.nanoTime();
                calls.log();
                nanos[i++] = System.nanoTime() - start;
            }
            LockSupport.parkNanos(STEP);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
