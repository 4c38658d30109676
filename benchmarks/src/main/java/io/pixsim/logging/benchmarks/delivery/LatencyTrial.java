package io.pixsim.logging.benchmarks.delivery;

import java.util.List;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/**
 * What a caller waits for and what it allocates, while the endpoint is up, hangs, refuses or is down. Ours is measured in
 * turn with an appender that encodes as it does and throws away, in the same process and with the same code, since between
 * two processes the same code differs by more than what is looked for.
 */
final class LatencyTrial implements Trial {

    /** What the endpoint does meanwhile. */
    static final List<String> STATES = List.of("up", "hanging", "refusing", "down");

    /** Before the names of the figures of the appender that throws away. */
    static final String IDLE = "idle.";

    private static final long WARM_UP_MILLIS = 3_000;
    private static final long WARM_UP_STEP_MILLIS = 20;
    /** Calls as they are measured, before they are: at full blast the JIT compiles for another kind of caller. */
    private static final int UNMEASURED_ROUNDS = 25;

    private static final int ROUNDS = 50;
    private static final int CALLS_IN_ROUND = 500;
    /** As long as that of {@link Calls}, and as far from the appender: for events as large, and the same way to it. */
    private static final String IDLE_LOGGER = "no.io.pixsim.abc.pipeline.JobProcessor";

    private static final String IDLE_ROOT = "no";

    @Override
    public void run(Setting setting, Figures figures) throws Exception {
        // Else the next one would wait until it has given up on all that it holds.
        System.setProperty("lokiDrain", "false");
        warmUp(setting);
        for (String state : STATES) {
            if (suits(setting.contestant(), state)) {
                measure(setting, state, figures);
            }
        }
        setting.sink().begin(Behaviour.GOOD);
    }

    private static boolean suits(Contestant contestant, String state) {
        return !state.equals("refusing") || contestant.hearsAnswers();
    }

    private static Behaviour behaviour(String state) {
        return switch (state) {
            case "hanging" -> Behaviour.HANGING;
            case "refusing" -> Behaviour.REFUSING;
            default -> Behaviour.GOOD;
        };
    }

    private static void warmUp(Setting setting) throws Exception {
        setting.sink().begin(Behaviour.GOOD);
        Candidate candidate = Candidate.start(setting.contestant(), setting.ports(), false);
        Calls ours = new Calls();
        Calls idle = idle();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WARM_UP_MILLIS);
        while (System.nanoTime() < end) {
            ours.blast(WARM_UP_STEP_MILLIS);
            idle.blast(WARM_UP_STEP_MILLIS);
        }
        candidate.drop();
    }

    private static void measure(Setting setting, String state, Figures figures) throws Exception {
        setting.sink().begin(behaviour(state));
        Ports ports = state.equals("down") ? setting.ports().closed() : setting.ports();
        Candidate candidate = Candidate.start(setting.contestant(), ports, false);
        Calls calls = new Calls();
        Calls idleCalls = idle();
        callInTurn(setting, UNMEASURED_ROUNDS, new Caller(calls), new Caller(idleCalls));
        Caller ours = new Caller(calls);
        Caller idle = new Caller(idleCalls);
        callInTurn(setting, ROUNDS, ours, idle);
        ours.report(state, figures);
        if (setting.contestant().isOurs()) {
            idle.report(IDLE + state, figures);
            figures.put(state + ".over", ours.medianOver(idle));
        }
        setting.sink().begin(Behaviour.GOOD);
        candidate.drop();
    }

    /** Who comes second finds the caches warm, so each does in every other round. */
    private static void callInTurn(Setting setting, int rounds, Caller ours, Caller idle) {
        for (int round = 0; round < rounds; round++) {
            boolean isIdleFirst = round % 2 == 1;
            if (isIdleFirst && setting.contestant().isOurs()) {
                idle.call(CALLS_IN_ROUND);
            }
            ours.call(CALLS_IN_ROUND);
            if (!isIdleFirst && setting.contestant().isOurs()) {
                idle.call(CALLS_IN_ROUND);
            }
        }
    }

    private static Calls idle() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        EncodeOnlyAppender appender = new EncodeOnlyAppender();
        appender.setContext(context);
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(IDLE_ROOT);
        root.setAdditive(false);
        root.addAppender(appender);
        return new Calls(context.getLogger(IDLE_LOGGER));
    }
}
