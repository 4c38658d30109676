package io.pixsim.logging.journeys;

import java.util.concurrent.CountDownLatch;

import io.pixsim.logging.Logging;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.IntegerField;
import io.pixsim.logging.context.LogContext;
import org.slf4j.Logger;

/** Logs numbered events and ends in the way that it is told, without a flush or a shutdown of its own. */
final class ExitingChild {

    static final IntegerField NUMBER = Field.integer("number", "Which event it is");
    static final String READY = "child has logged everything";

    private ExitingChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        String ending = arguments[0];
        int events = Integer.parseInt(arguments[1]);
        Logger log = Logging.configure("worker");
        try (var job = LogContext.job(123)) {
            for (int i = 0; i < events; i++) {
                log.info("numbered", NUMBER.of(i));
            }
        }
        switch (ending) {
            case "main" -> {}
            case "exit" -> System.exit(3);
            default -> {
                System.out.println(READY);
                new CountDownLatch(1).await();
            }
        }
    }
}
