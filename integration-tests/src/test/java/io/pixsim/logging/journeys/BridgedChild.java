package io.pixsim.logging.journeys;

import java.util.logging.Level;

import io.pixsim.logging.Logging;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import org.apache.commons.logging.LogFactory;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.ThreadContext;
import org.slf4j.Logger;

/** A program whose libraries log through whatever there is. */
final class BridgedChild {

    private BridgedChild() {}

    public static void main(String[] arguments) {
        Logger log = Logging.configure("worker");
        try (var job = LogContext.job(123)) {
            log.info("by slf4j");
            java.util.logging.Logger.getLogger("lib.jul").log(Level.INFO, "by {0}", "jul");
            System.getLogger("lib.system").log(System.Logger.Level.INFO, "by {0}", "system");
            LogManager.getLogger("lib.log4j").info("by {}", "log4j");
            LogFactory.getLog("lib.commons").info("by commons");
            java.util.logging.Logger.getLogger("lib.jul").fine("by jul, unwanted");
            System.getLogger("lib.system").log(System.Logger.Level.DEBUG, "by system, unwanted");
        }
        try (var ignored = org.apache.logging.log4j.CloseableThreadContext.put("job_id", "124")) {
            log.info("with the context of log4j {}", ThreadContext.get("job_id"));
        }
        Logging.level("lib", Severity.DEBUG);
        java.util.logging.Logger.getLogger("lib.jul").fine("by jul, now wanted");
        throw new IllegalStateException("nobody catches this");
    }
}
