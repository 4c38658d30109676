package io.pixsim.logging.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.encode.KeptLine;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.logback.HumanEncoder;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;

/** One event is encoded once, however many sinks take JSON. */
class LineSinkTest {

    private final LoggerContext context = new LoggerContext();
    private final FanOutAppender fan = new FanOutAppender();
    private final JsonLinesEncoder encoder = new JsonLinesEncoder();
    private final PrintStream standardOut = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Logger log = context.getLogger("test");

    @TempDir
    Path folder;

    @BeforeEach
    void putUpTheFan() {
        System.setOut(new PrintStream(printed, true, UTF_8));
        context.setMDCAdapter(MDC.getMDCAdapter());
        encoder.setContext(context);
        encoder.start();
        fan.setContext(context);
        fan.start();
        log.addAppender(fan);
    }

    @AfterEach
    void stop() {
        System.setOut(standardOut);
        context.stop();
    }

    @Test
    void aValueIsReadOnceForAllSinksTogether() throws IOException {
        fan.exchange(started(List.of(console(), file(), new Batches())), encoder);
        AtomicInteger reads = new AtomicInteger();

        log.atInfo()
                .addKeyValue("scene", (Supplier<Integer>) reads::incrementAndGet)
                .log("rendered");

        assertThat(reads).hasValue(1);
        assertThat(printed.toString(UTF_8)).contains("\"scene\":1").isEqualTo(Files.readString(path()));
    }

    @Test
    void aSupplierIsAskedOnceThoughOneSinkIsForPeople() throws IOException {
        HumanEncoder human = new HumanEncoder();
        human.setContext(context);
        human.start();
        fan.exchange(started(List.of(Sinks.console(context, human), file())), encoder);
        AtomicInteger reads = new AtomicInteger();
        Supplier<Integer> scene = reads::incrementAndGet;

        log.info("rendered {} of {}", scene, Map.of("scenes", scene));
        log.info("and {}", scene);

        assertThat(reads).hasValue(2);
        assertThat(printed.toString(UTF_8)).contains("rendered 1 of {\"scenes\":1}", "and 2");
        assertThat(Files.readString(path())).contains("rendered 1 of {\\\"scenes\\\":1}", "and 2");
    }

    @Test
    void eachReaderGetsItsOwnDialect() {
        Batches batches = new Batches();
        fan.exchange(started(List.of(console(), batches)), encoder);

        log.atInfo().addKeyValue("job_id", "job-abc").log("started");
        log.atInfo().addKeyValue("job_id", List.of("a\"b", 7)).log("odd");
        log.atInfo().addKeyValue("job_id", 3_000_000_000L).log("large");

        assertThat(printed.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"job_id\":\"job-abc\""),
                        line -> assertThat(line).contains("\"job_id\":[\"a\\\"b\",7]"),
                        line -> assertThat(line).contains("\"job_id\":3000000000"));
        assertThat(batches.lines)
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"job_id_raw\":\"job-abc\""),
                        line -> assertThat(line).contains("\"job_id_raw\":\"[\\\"a\\\\\\\"b\\\",7]\""),
                        line -> assertThat(line).contains("\"job_id_raw\":\"3000000000\""));
    }

    @Test
    void aBatchIsSpelledAsTheEndpointWantsItHoweverTheOthersAre() {
        spell(Names.JOB_CENTRIC, true);
        Batches batches = new Batches();
        fan.exchange(started(List.of(console(), batches)), encoder);

        log.atWarn()
                .addKeyValue("jobId", 123)
                .addKeyValue("component", "comfyui")
                .log("slow");

        assertThat(printed.toString(UTF_8))
                .startsWith("{\"ts\":")
                .contains("\"level\":\"WARN\"", "\"component\":\"comfyui\"", "\"jobId\":123")
                .doesNotContain("service", "job_id");
        assertThat(batches.lines)
                .singleElement(STRING)
                .startsWith("{\"timestamp\":")
                .contains("\"level\":\"warning\"", "\"service\":\"comfyui\"", "\"job_id\":123")
                .doesNotContain("component", "jobId");
    }

    @Test
    void anIdThatABatchRefusesIsRefusedOfAnotherSpellingToo() {
        spell(Names.JOB_CENTRIC, false);
        Batches batches = new Batches();
        fan.exchange(started(List.of(console(), batches)), encoder);

        log.atInfo().addKeyValue("job_id", "job-abc").log("started");

        assertThat(printed.toString(UTF_8)).contains("\"jobId\":\"job-abc\"");
        assertThat(batches.lines).singleElement(STRING).contains("\"job_id_raw\":\"job-abc\"");
    }

    @Test
    void aSupplierIsAskedOnceThoughAnEventHasTwoSpellings() {
        spell(Names.JOB_CENTRIC, false);
        HumanEncoder human = new HumanEncoder();
        human.setContext(context);
        human.start();
        Batches batches = new Batches();
        fan.exchange(started(List.of(Sinks.console(context, human), file(), batches)), encoder);
        AtomicInteger reads = new AtomicInteger();

        log.atInfo()
                .addKeyValue("scene", (Supplier<Integer>) reads::incrementAndGet)
                .log("rendered");

        assertThat(reads).hasValue(1);
        assertThat(printed.toString(UTF_8)).contains("scene=1");
        assertThat(batches.lines).singleElement(STRING).contains("\"scene\":1");
    }

    @Test
    void aLineThatIsKeptHasBothSpellings() {
        spell(Names.JOB_CENTRIC, false);
        List<KeptLine> kept = new ArrayList<>();
        AtomicInteger reads = new AtomicInteger();
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(context);
        event.setLoggerName("test");
        event.setLevel(Level.INFO);
        event.addKeyValuePair(new KeyValuePair("job_id", (Supplier<Integer>) reads::incrementAndGet));

        encoder.encode(event, (of, line) -> kept.add(line.keep()));

        assertThat(kept).singleElement().satisfies(line -> {
            assertThat(new String(line.lines(), UTF_8)).contains("\"jobId\":1");
            assertThat(new String(line.batch(), UTF_8)).contains("\"job_id\":1");
            assertThat(line.heldBytes()).isEqualTo(line.lines().length + line.batch().length);
        });
    }

    @Test
    void aSinkThatThrowsCostsTheOthersNothing() {
        Batches broken = new Batches() {
            @Override
            public void append(ILoggingEvent event, Line line) {
                throw new IllegalStateException("broken");
            }
        };
        fan.exchange(started(List.of(broken, console())), encoder);

        log.info("hello");

        assertThat(printed.toString(UTF_8)).contains("hello");
        assertThat(fan.failures()).isEqualTo(1);
    }

    @Test
    void aSinksFilterCountsForLinesToo() {
        Appender<ILoggingEvent> console = console();
        ThresholdFilter errors = new ThresholdFilter();
        errors.setLevel("ERROR");
        errors.start();
        console.addFilter(errors);
        fan.exchange(started(List.of(console)), encoder);

        log.info("fine");
        log.error("broken");

        assertThat(printed.toString(UTF_8)).contains("broken").doesNotContain("fine");
    }

    @Test
    void aSinkThatIsStoppedGetsNoMoreLines() throws IOException {
        Appender<ILoggingEvent> file = file();
        fan.exchange(started(List.of(file)), encoder);
        log.info("before");

        file.stop();
        log.info("after");

        assertThat(Files.readString(path())).contains("before").doesNotContain("after");
    }

    @Test
    void withoutAnEncoderOfTheFanEachSinkEncodesForItself() throws IOException {
        fan.exchange(started(List.of(console(), file())));

        log.info("hello");

        assertThat(printed.toString(UTF_8)).contains("hello").isEqualTo(Files.readString(path()));
    }

    private void spell(Names names, boolean upperCaseLevels) {
        encoder.setNames(names);
        encoder.setUpperCaseLevels(upperCaseLevels);
        encoder.stop();
        encoder.start();
    }

    private Appender<ILoggingEvent> console() {
        return Sinks.console(context, encoder);
    }

    private Appender<ILoggingEvent> file() {
        return Sinks.file(context, encoder, path());
    }

    private Path path() {
        return folder.resolve("events.jsonl");
    }

    private static List<Appender<ILoggingEvent>> started(List<Appender<ILoggingEvent>> sinks) {
        sinks.forEach(Appender::start);
        return sinks;
    }

    private static class Batches extends AppenderBase<ILoggingEvent> implements LineSink {

        final List<String> lines = new ArrayList<>();

        @Override
        public void append(ILoggingEvent event, Line line) {
            lines.add(new String(line.batch(), UTF_8));
        }

        @Override
        protected void append(ILoggingEvent event) {
            throw new IllegalStateException("an event instead of a line");
        }
    }
}
