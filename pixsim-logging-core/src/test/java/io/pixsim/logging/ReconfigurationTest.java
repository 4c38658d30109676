package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.diagnostics.DeliveryResult;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The front door called again, and shut. */
class ReconfigurationTest extends FrontDoorFixture {

    @Test
    void theSameCallAgainDoesNothing() {
        Logging.configure("worker");
        List<Appender<ILoggingEvent>> before = rootAppenders();

        Logger log = Logging.configure("worker");
        log.info("once");

        assertThat(rootAppenders()).isEqualTo(before);
        assertThat(console()).hasSize(1);
    }

    @Test
    void reconfiguringUnderLoadLosesAndDoublesNothing() throws Exception {
        int threads = 4;
        int perThread = 5_000;
        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl");
        Logger log = Logging.configure(worker().file(first).build());
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> writers = IntStream.range(0, threads)
                .mapToObj(t -> new Thread(() -> {
                    await(go);
                    for (int i = 0; i < perThread; i++) {
                        log.atInfo().addKeyValue("n", (long) t * perThread + i).log("numbered");
                    }
                }))
                .toList();
        writers.forEach(Thread::start);

        go.countDown();
        boolean toSecond = true;
        while (writers.stream().anyMatch(Thread::isAlive)) {
            Logging.configure(worker().file(toSecond ? second : first).build());
            toSecond = !toSecond;
        }

        List<Long> numbers = new ArrayList<>(numbersIn(first));
        numbers.addAll(numbersIn(second));
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, (long) threads * perThread).boxed().toList());
    }

    @Test
    void afterShutdownNothingIsWrittenUntilItIsConfiguredAgain() {
        Logger log = Logging.configure("worker");
        log.info("before");

        DeliveryResult result = Logging.shutdown(SOON);
        log.info("between");
        Logging.configure("worker");
        log.info("after");

        assertThat(result.undelivered()).isZero();
        assertThat(console()).hasSize(2).noneMatch(line -> line.contains("between"));
    }

    @Test
    void withoutConfigurationEveryCallIsHarmless() {
        Logging.shutdown(SOON);

        Logging.level(Severity.DEBUG);
        Logging.off(LevelScope.forJob("1"));
        assertThat(Logging.flush(SOON).undelivered()).isZero();
        assertThat(Logging.shutdown(SOON).undelivered()).isZero();
    }

    private static List<Appender<ILoggingEvent>> rootAppenders() {
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        context().getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(appenders::add);
        return appenders;
    }

    private static List<Long> numbersIn(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(ReconfigurationTest::number)
                .toList();
    }

    private static Long number(String line) {
        return (Long) read(line).get("n");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
