package io.pixsim.logging.benchmarks.delivery;

/** An endpoint that asks to be left alone for three seconds, for ten: how often it is asked, and when all is there. */
final class RetryTrial implements Trial {

    private static final int EVENTS = 2_000;
    private static final long RATE = 200;
    private static final long PATIENCE_MILLIS = 12_000;

    @Override
    public void run(Setting setting, Figures figures) throws Exception {
        setting.sink().begin(Behaviour.BUSY);
        Candidate.start(setting.contestant(), setting.ports(), false);
        Calls calls = new Calls();
        calls.pace(RATE, EVENTS);
        while (System.nanoTime() < setting.sink().recoveredAt()) {
            Thread.sleep(1);
        }
        figures.put("requests", setting.sink().status().requests());
        SinkStatus status = setting.sink().await(EVENTS, PATIENCE_MILLIS);
        figures.put("lost", EVENTS - status.distinct());
        figures.put("recovery", (status.lastNanos() - setting.sink().recoveredAt()) / 1e9);
    }
}
