package io.pixsim.logging.journeys;

import io.pixsim.logging.Logging;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.LogContext;
import org.slf4j.Logger;

/** Works on a job that goes well and on one that fails, and ends. */
final class FailingJobChild {

    private FailingJobChild() {}

    public static void main(String[] arguments) {
        Logger log = Logging.configure("worker");
        try (var job = LogContext.job("job-good")) {
            log.debug("detail of the good one");
            log.info(Stage.PROVIDER_COMPLETE, "rendered");
        }
        try (var job = LogContext.job("job-bad")) {
            log.info(Stage.PIPELINE_START, "started");
            log.debug("picked account {}", 7);
            log.atDebug().addKeyValue("api_key", "k-0123456789").log("asked the provider");
            log.warn(Stage.PROVIDER_ERROR, "refused", Fields.ATTEMPT.of(0));
            log.debug("cleaning up");
        }
        System.exit(1);
    }
}
