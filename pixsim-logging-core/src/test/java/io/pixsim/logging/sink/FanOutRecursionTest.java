package io.pixsim.logging.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is logged while an event is written: by a value that is asked for its text, or by a sink. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a guard against hanging
class FanOutRecursionTest extends FanOnRoot {

    @Test
    void whatAValueLogsReachesEverySink() {
        CollectingSink one = CollectingSink.started(context);
        CollectingSink other = CollectingSink.started(context);
        fan.exchange(List.of(one, other));

        log.info("loaded {}", new LoggingOnce());

        assertThat(one.messages()).containsExactlyInAnyOrder("loaded value", "lazy load");
        assertThat(other.messages()).containsExactlyInAnyOrder("loaded value", "lazy load");
        assertThat(fan.written()).isEqualTo(2);
        assertThat(fan.recursions()).isZero();
    }

    @Test
    void whatAValueLogsReachesTheRealSinksToo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("worker.log");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream standardOut = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            fan.exchange(List.of(
                    started(Sinks.console(context, new MessageEncoder())),
                    started(Sinks.file(context, new MessageEncoder(), file))));

            log.info("loaded {}", new LoggingOnce());
        } finally {
            System.setOut(standardOut);
        }

        assertThat(printed.toString(UTF_8).lines()).containsExactlyInAnyOrder("loaded value", "lazy load");
        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrder("loaded value", "lazy load");
    }

    @Test
    void aValueThatLogsItselfWithoutEndIsCutAndCounted() {
        CollectingSink sink = CollectingSink.started(context);
        fan.exchange(List.of(sink));
        Object endless = new Object() {
            @Override
            public String toString() {
                log.info("again {}", this);
                return "endless";
            }
        };

        log.info("start {}", endless);

        assertThat(sink.messages()).contains("start endless", "again endless").hasSizeLessThan(100);
        assertThat(fan.written()).isEqualTo(sink.messages().size());
        assertThat(fan.recursions()).isPositive();
    }

    @Test
    void aSinkThatLogsWithoutEndIsCutAndCounted() {
        AtomicInteger calls = new AtomicInteger();
        CollectingSink other = CollectingSink.started(context);
        fan.exchange(List.of(
                new BareSink(event -> {
                    calls.incrementAndGet();
                    log.info("from the sink");
                    log.info("twice even");
                }),
                other));

        log.info("start");

        assertThat(calls.get()).isLessThan(100);
        assertThat(other.messages()).hasSize(calls.get());
        assertThat(fan.written() + fan.recursions()).isEqualTo(1 + 2L * calls.get());
        assertThat(fan.recursions()).isPositive();
    }

    @Test
    void aSinkThatLogsMuchForEachEventDoesNotMultiply() {
        AtomicInteger calls = new AtomicInteger();
        fan.exchange(List.of(new BareSink(event -> {
            calls.incrementAndGet();
            for (int i = 0; i < 20; i++) {
                log.info("from the sink");
            }
        })));

        log.info("start");

        assertThat(calls.get()).isLessThan(100);
    }

    @Test
    void afterARecursionTheThreadLogsAsBefore() {
        CollectingSink sink = CollectingSink.started(context);
        fan.exchange(List.of(new BareSink(event -> log.info("from the sink")), sink));
        log.info("start");
        fan.exchange(List.of(sink));
        long cut = fan.recursions();

        log.info("afterwards {}", new LoggingOnce());

        assertThat(sink.messages()).endsWith("lazy load", "afterwards value");
        assertThat(fan.recursions()).isEqualTo(cut);
    }

    private static Appender<ILoggingEvent> started(Appender<ILoggingEvent> sink) {
        sink.start();
        return sink;
    }

    /** As an entity does that loads itself when it is first looked at. */
    private final class LoggingOnce {

        private boolean loaded;

        @Override
        public String toString() {
            if (!loaded) {
                loaded = true;
                log.info("lazy load");
            }
            return "value";
        }
    }
}
