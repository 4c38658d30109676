package io.pixsim.logging.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.Logging;
import org.slf4j.Logger;

/** Logs numbered events and ends as it is told, or not at all, without a flush or a shutdown of its own. */
final class LoggingChild {

    static final String READY = "child has logged everything";

    private static final long A_LITTLE = 200_000;

    private LoggingChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        int events = Integer.parseInt(arguments[1]);
        Logger log = Logging.configure("worker");
        switch (arguments[0]) {
            case "main" -> Numbered.log(log, 0, events);
            case "exit" -> {
                Numbered.log(log, 0, events);
                System.exit(3);
            }
            case "wait" -> {
                Numbered.log(log, 0, events);
                System.out.println(READY);
                new CountDownLatch(1).await();
            }
            default -> forever(log);
        }
    }

    private static void forever(Logger log) {
        for (long number = 0; ; number++) {
            Numbered.log(log, number, number + 1);
            LockSupport.parkNanos(A_LITTLE);
        }
    }
}
