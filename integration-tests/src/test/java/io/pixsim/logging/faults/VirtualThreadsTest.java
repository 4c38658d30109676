package io.pixsim.logging.faults;

import static io.pixsim.logging.faults.Numbered.numbers;
import static io.pixsim.logging.journeys.Patience.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.slf4j.Logger;

/** Callers on virtual threads, where the JDK has them; reached by reflection, since the tests are compiled for one without. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {

    private static final int THREADS = 1_000;
    private static final int EVENTS_EACH = 5;

    private final FaultyEndpoint endpoint = FaultyEndpoint.start();

    @AfterEach
    void stop() {
        endpoint.close();
        Logging.shutdown(Duration.ZERO);
    }

    @Test
    void whatAThousandOfThemLogDuringAnOutageAndAfterItArrivesOnce() throws Exception {
        endpoint.always(Fault.BUSY_503);
        Logger log = Logging.configure(
                LoggingOptions.forService("worker").ingestionUrl(endpoint.url()).build());
        ExecutorService threads = virtualThreads();
        List<Future<?>> callers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            long first = (long) i * EVENTS_EACH;
            boolean atOnce = i < THREADS / 2;
            callers.add(threads.submit(() -> {
                if (!atOnce) {
                    endpoint.mend();
                }
                Numbered.log(log, first, first + EVENTS_EACH);
            }));
        }
        for (Future<?> caller : callers) {
            caller.get();
        }
        threads.shutdown();
        Logging.flush(LONG);

        assertThat(endpoint.stored().numbers())
                .containsExactlyInAnyOrderElementsOf(numbers(0, (long) THREADS * EVENTS_EACH));
    }

    private static ExecutorService virtualThreads() throws NoSuchMethodException, IllegalAccessException {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
