package io.pixsim.logging.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.sink.ReplaySink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Two threads of one job that fail at the same moment. */
class FlightRecorderOrderTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final LoggerContext context = new LoggerContext();
    private FlightRecorder recorder = new FlightRecorder(System::nanoTime, LONG);

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void theErrorOfTheSecondComesBehindAllThatWasRecorded() throws Exception {
        Slow sink = new Slow();
        start(sink);
        for (int i = 0; i < 3; i++) {
            recorder.record("j1", event("recorded " + i), () -> {});
        }
        Thread second = new Thread(() -> {
            recorder.replay("j1");
            sink.written.add("second error");
        });
        sink.meanwhile.set(() -> {
            second.start();
            awaitWaitingOrWritten(second, sink);
        });

        recorder.replay("j1");
        second.join(LONG.toMillis());

        assertThat(sink.written).containsExactly("replayed", "replayed", "replayed", "second error");
    }

    @Test
    void aSinkThatHangsHoldsUpNoOther() throws Exception {
        recorder = new FlightRecorder();
        Slow sink = new Slow();
        start(sink);
        recorder.record("j1", event("recorded"), () -> {});
        Thread second = new Thread(() -> {
            recorder.replay("j1");
            sink.written.add("second error");
        });
        sink.meanwhile.set(() -> {
            second.start();
            join(second);
        });

        recorder.replay("j1");
        second.join(LONG.toMillis());

        assertThat(sink.written).containsExactly("second error", "replayed");
    }

    private static void join(Thread thread) {
        try {
            thread.join(LONG.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(Slow sink) {
        context.setMDCAdapter(MDC.getMDCAdapter());
        recorder.setContext(context);
        recorder.start();
        sink.setContext(context);
        sink.start();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(sink);
    }

    private LoggingEvent event(String message) {
        LoggingEvent event = new LoggingEvent("x", context.getLogger("worker"), Level.DEBUG, message, null, null);
        event.setMDCPropertyMap(Collections.singletonMap("job_id", "j1"));
        return event;
    }

    private static void awaitWaitingOrWritten(Thread thread, Slow sink) {
        long start = System.nanoTime();
        while (thread.getState() != Thread.State.TIMED_WAITING
                && !sink.written.contains("second error")
                && System.nanoTime() - start < LONG.toNanos()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Lets something happen while it takes the first event. */
    private static final class Slow extends AppenderBase<ILoggingEvent> implements ReplaySink {

        private final List<String> written = Collections.synchronizedList(new ArrayList<>());
        private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

        @Override
        public void replay(ILoggingEvent event, Line line) {
            meanwhile.getAndSet(() -> {}).run();
            written.add("replayed");
        }

        @Override
        protected void append(ILoggingEvent event) {
            written.add(event.getMessage());
        }
    }
}
