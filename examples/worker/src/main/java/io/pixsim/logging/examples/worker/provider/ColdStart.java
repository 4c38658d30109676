package io.pixsim.logging.examples.worker.provider;

import java.util.concurrent.atomic.AtomicInteger;

/** The machine that renders ultra is switched off while nobody asks for it; the first requests wake it. */
final class ColdStart {

    private static final int REQUESTS_TO_WAKE = 2;

    private final AtomicInteger asked = new AtomicInteger();

    void check() throws Refusal {
        int before = asked.getAndUpdate(count -> Math.min(count + 1, REQUESTS_TO_WAKE));
        if (before < REQUESTS_TO_WAKE) {
            throw new Refusal(503, "renderer_cold", "the ultra renderer is starting, try again");
        }
    }
}
