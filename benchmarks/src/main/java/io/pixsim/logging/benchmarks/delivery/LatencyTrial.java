package io.pixsim.logging.benchmarks.delivery;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.ThreadMXBean;

/** What a caller waits for and what it allocates, while the endpoint is up, hangs, refuses or is down. */
final class LatencyTrial implements Trial {

    private static final long WARM_UP_MILLIS = 1_200;
    private static final int SAMPLES = 40_000;
    private static final int PER_STEP = 25;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(1);

    @Override
    public void run(Setting setting, Figures figures) throws Exception {
        Calls calls = new Calls();
        warmUp(setting, calls);
        for (Map.Entry<String, Behaviour> state : states(setting.contestant()).entrySet()) {
            setting.sink().begin(state.getValue());
            Ports ports = state.getKey().equals("down") ? setting.ports().closed() : setting.ports();
            Candidate candidate = Candidate.start(setting.contestant(), ports, false);
            measure(calls, state.getKey(), figures);
            candidate.drop();
            setting.sink().begin(Behaviour.GOOD);
        }
    }

    private static Map<String, Behaviour> states(Contestant contestant) {
        Map<String, Behaviour> states = new LinkedHashMap<>();
        states.put("up", Behaviour.GOOD);
        if (contestant != Contestant.NOOP) {
            states.put("hanging", Behaviour.HANGING);
            states.put("down", Behaviour.GOOD);
        }
        if (contestant.hearsAnswers()) {
            states.put("refusing", Behaviour.REFUSING);
        }
        return states;
    }

    private static void warmUp(Setting setting, Calls calls) throws Exception {
        setting.sink().begin(Behaviour.GOOD);
        Candidate candidate = Candidate.start(setting.contestant(), setting.ports(), false);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WARM_UP_MILLIS);
        while (System.nanoTime() < end) {
            sample(calls, new long[SAMPLES / 10], PER_STEP * 4);
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
        String name = state.toLowerCase(Locale.ROOT);
        figures.put(name + ".p50", nanos[SAMPLES / 2]);
        figures.put(name + ".p99.9", nanos[SAMPLES - SAMPLES / 1000]);
        figures.put(name + ".bytes", bytes / (double) SAMPLES);
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
