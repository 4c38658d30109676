package io.pixsim.logging.test.conformance;

/**
 * A call that is about to be made.
 *
 * @param call what is logged
 * @param patience how much of a value without end was read
 * @param end puts away what the call left behind
 */
record Attempt(HostileCall call, Patience patience, Runnable end) implements AutoCloseable {

    static Attempt of(HostileCall call) {
        return of(call, new Patience());
    }

    static Attempt of(HostileCall call, Patience patience) {
        return new Attempt(call, patience, () -> {});
    }

    @Override
    public void close() {
        end.run();
    }
}
