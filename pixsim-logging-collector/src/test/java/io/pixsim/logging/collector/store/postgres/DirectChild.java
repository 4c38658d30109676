package io.pixsim.logging.collector.store.postgres;

import java.time.Duration;

import io.pixsim.logging.Logging;
import io.pixsim.logging.catalog.Fields;
import org.slf4j.Logger;

/** A program that only logs, and ends. */
final class DirectChild {

    private DirectChild() {}

    public static void main(String[] arguments) {
        Logger log = Logging.configure("direct");
        for (int i = 0; i < 50; i++) {
            log.info("event " + i, Fields.JOB_ID.of("job-abc"));
        }
        // The five seconds that an exit waits may be short for a first connection, on a machine that has much to do.
        Logging.flush(Duration.ofSeconds(60));
    }
}
