package io.pixsim.logging.runtime;

import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.context.ContextSnapshot;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.gate.Gate;
import org.slf4j.Logger;

/** An application that is deployed and taken down again; run in a class loader of its own, on a thread that stays. */
public final class Leaking implements Runnable {

    /** For the class loader that runs it. */
    public Leaking() {}

    @Override
    public void run() {
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .file(Path.of(System.getProperty("leak.file")))
                .build());
        try (var job = LogContext.job(123)) {
            log.info("deployed in {}", Gate.class.getClassLoader().getClass().getSimpleName());
            ContextSnapshot.capture().wrap(() -> log.info("within")).run();
            log.error("failed", new IllegalStateException("no frame"));
        }
        Logging.shutdown(Duration.ofSeconds(5));
    }
}
