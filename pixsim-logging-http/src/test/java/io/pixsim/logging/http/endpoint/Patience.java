package io.pixsim.logging.http.endpoint;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for what must come: on a busy machine a thread may be kept from its processor for seconds. */
public final class Patience {

    public static final Duration LONG = Duration.ofSeconds(60);

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LONG);
    }
}
