package io.pixsim.logging.test;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/**
 * What SLF4J is bound to. While the first thread that asks has it bound, others are handed a stand-in: where the first tests
 * of a run begin at the same time, that is what all but one of them would see.
 */
final class Binding {

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private static final long PAUSE = Duration.ofMillis(1).toNanos();

    private Binding() {}

    static ILoggerFactory await() {
        long start = System.nanoTime();
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        while (factory instanceof SubstituteLoggerFactory && System.nanoTime() - start < PATIENCE) {
            LockSupport.parkNanos(PAUSE);
            factory = LoggerFactory.getILoggerFactory();
        }
        return factory;
    }
}
