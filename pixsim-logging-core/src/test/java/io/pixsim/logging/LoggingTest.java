package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.encode.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        Logging.shutdown(SOON);
        System.setOut(console);
    }

    @Test
    void oneCallSetsUpTheConsole() {
        Logger log = Logging.configure("worker");

        log.info(Stage.PIPELINE_START, "processing_started");

        assertThat(log.getName()).isEqualTo("worker");
        assertThat(console())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"service\":\"worker\"", "\"stage\":\"pipeline:start\""));
    }

    @Test
    void theHumanFormatIsAnOption() {
        Logger log = Logging.configure(worker().format(Format.HUMAN).build());

        log.info(Stage.PIPELINE_START, "processing_started");

        assertThat(console())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("\\[\\d\\d:\\d\\d:\\d\\d] INFO  worker     pipeline:start +msg=processing_started"));
    }

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
    void theFrontDoorOwnsTheRootLoggersAppendersAndNoOthers() {
        ListAppender<ILoggingEvent> onRoot = attached(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> onOther = attached("some.library");

        Logging.configure("worker");
        LoggerFactory.getLogger("some.library").info("hello");

        assertThat(onRoot.list).isEmpty();
        assertThat(onRoot.isStarted()).isFalse();
        assertThat(onOther.list).hasSize(1);
        assertThat(console()).hasSize(1);
        context().getLogger("some.library").detachAppender(onOther);
    }

    @Test
    void anAppenderThatAnotherLoggerUsesTooStaysStarted() {
        ListAppender<ILoggingEvent> shared = attached(Logger.ROOT_LOGGER_NAME);
        context().getLogger("audit").addAppender(shared);
        context().getLogger("audit").setAdditive(false);

        Logging.configure("worker");
        LoggerFactory.getLogger("audit").info("paid");

        assertThat(shared.list).hasSize(1);
        context().getLogger("audit").detachAppender(shared);
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
    void statsAddUp() {
        Logger log = Logging.configure(worker().samplingProviderStatus(4).build());

        for (int i = 0; i < 8; i++) {
            log.info(Stage.PROVIDER_STATUS, "polled");
        }
        log.debug("below the level");
        log.error("failed");

        LoggingStats stats = Logging.stats();
        assertThat(stats.written()).isEqualTo(3);
        assertThat(stats.suppressed(SuppressReason.SAMPLED)).isEqualTo(6);
        assertThat(stats.emitted()).isEqualTo(9);
    }

    @Test
    void theLevelIsThatOfTheOptions() {
        Logger log = Logging.configure(worker().level(Severity.CRITICAL).build());

        log.error("bad");
        log.error(Severity.CRITICAL, "worst");

        assertThat(console()).singleElement().satisfies(line -> assertThat(line).contains("worst"));
        assertThat(context().getLogger(Logger.ROOT_LOGGER_NAME).getLevel()).isEqualTo(Level.ERROR);
    }

    @Test
    void levelsChangeAtRunTime() {
        Logger log = Logging.configure("worker");
        Logger other = LoggerFactory.getLogger("other.part");

        Logging.level("other", Severity.DEBUG);
        Logging.level(Severity.CRITICAL);
        log.error("hidden");
        other.debug("shown by its own level");
        Logging.level(Severity.WARNING);
        log.info("hidden");
        log.warn("shown");
        context().getLogger("other").setLevel(null);

        assertThat(messages()).containsExactly("shown by its own level", "shown");
    }

    @Test
    void theLevelOfAJobOrDomainChangesAtRunTime() {
        Logger log = Logging.configure("worker");

        Logging.level(LevelScope.forJob(123), Severity.DEBUG, Duration.ofMinutes(10));
        Logging.level(LevelScope.forDomain("account"), Severity.DEBUG);
        Logging.off(LevelScope.forDomain("cron"));
        log.debug("job", Fields.JOB_ID.of(123));
        log.debug("other job", Fields.JOB_ID.of(124));
        log.debug("domain", Fields.DOMAIN.of("account"));
        log.error("off", Fields.DOMAIN.of("cron"));
        Logging.resetLevel(LevelScope.forJob(123));
        Logging.resetLevel(LevelScope.forDomain("cron"));
        log.debug("job again", Fields.JOB_ID.of(123));
        log.info("on again", Fields.DOMAIN.of("cron"));

        assertThat(messages()).containsExactly("job", "domain", "on again");
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

    @Test
    void aValueThatLogsItselfEndsAndIsCounted() {
        Logger log = Logging.configure("worker");
        Object loggingItself = new Object() {
            @Override
            public String toString() {
                log.info("inner {}", this);
                return "outer";
            }
        };

        log.info("value {}", loggingItself);

        assertThat(console())
                .hasSize(8)
                .last()
                .satisfies(line -> assertThat(line).contains("value outer"));
        assertThat(Logging.stats().suppressed(SuppressReason.RECURSION)).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeWrittenCostsTheOtherSinksNothing() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");

        Logger log = Logging.configure(
                worker().file(notAFolder.resolve("events.jsonl")).build());
        log.info("hello");

        assertThat(console()).singleElement().satisfies(line -> assertThat(line).contains("hello"));
    }

    private static LoggingOptions.Builder worker() {
        return LoggingOptions.forService("worker");
    }

    private List<Object> messages() {
        return console().stream().map(line -> read(line).get("msg")).toList();
    }

    private List<String> console() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static List<Appender<ILoggingEvent>> rootAppenders() {
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        context().getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(appenders::add);
        return appenders;
    }

    private static ListAppender<ILoggingEvent> attached(String logger) {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.setContext(context());
        appender.start();
        context().getLogger(logger).addAppender(appender);
        return appender;
    }

    private static List<Long> numbersIn(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(LoggingTest::number).toList();
    }

    private static Long number(String line) {
        return (Long) read(line).get("n");
    }

    private static Map<String, Object> read(String line) {
        try {
            return JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
