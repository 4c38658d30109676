package io.pixsim.logging.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

/** The console of a plain {@code logback.xml}. */
class LogConsoleAppenderTest {

    private static final String JSON =
            "<encoder class='io.pixsim.logging.logback.JsonLinesEncoder'><service>worker</service></encoder>";

    private final LoggerContext context = new LoggerContext();
    private final Logger log = context.getLogger("test");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream standardOut = System.out;
    private final PrintStream standardError = System.err;

    @AfterEach
    void stop() {
        System.setOut(standardOut);
        System.setErr(standardError);
        context.stop();
    }

    @Test
    void eachEventIsALineOfJson() throws JoranException {
        configure(JSON);

        log.info("Grüße, {}", "Zoë");
        log.warn("next");

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0))
                .startsWith("{")
                .contains("\"msg\":\"Grüße, Zoë\",\"service\":\"worker\"")
                .endsWith("}");
        assertThat(lines().get(1)).contains("\"level\":\"warning\",\"msg\":\"next\"");
        assertNoComplaint();
    }

    @Test
    void linesOfOtherEncodersAreWrittenToo() throws JoranException {
        configure("<encoder><pattern>%level %msg%n</pattern></encoder>");

        log.info("Grüße, {}", "Zoë");

        assertThat(lines()).containsExactly("INFO Grüße, Zoë");
        assertNoComplaint();
    }

    @Test
    void targetAndFiltersAreThoseOfLogbacksConsole() throws JoranException {
        System.setErr(new PrintStream(printed, true, UTF_8));
        configure("<target>System.err</target>"
                + "<filter class='ch.qos.logback.classic.filter.ThresholdFilter'><level>WARN</level></filter>"
                + JSON);

        log.info("too fine");
        log.warn("seen");

        assertThat(lines()).singleElement().asString().contains("\"msg\":\"seen\"");
        assertNoComplaint();
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 0"})
    void itIsFlushedAfterEachLineUnlessToldOtherwise(boolean immediately, int flushes) throws JoranException {
        FlushCounter counter = new FlushCounter();
        System.setOut(new PrintStream(counter, false, UTF_8));
        configure("<immediateFlush>" + immediately + "</immediateFlush>" + JSON);

        log.info("one");
        log.info("two");

        assertThat(counter.flushes).isEqualTo(flushes);
    }

    @Test
    void whatAValueLogsIsALineOfItsOwnBeforeTheEvent() throws JoranException {
        configure(JSON);

        log.info("outer {}", new Object() {
            @Override
            public String toString() {
                log.info("inner");
                return "value";
            }
        });

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).contains("\"msg\":\"inner\"");
        assertThat(lines().get(1)).contains("\"msg\":\"outer value\"");
    }

    @Test
    void aValueThatLogsWithoutEndCostsNeitherTheCallerNorTheEvent() throws JoranException {
        configure(JSON);

        log.info("outer {}", new Object() {
            @Override
            public String toString() {
                log.info("again {}", this);
                return "value";
            }
        });

        assertThat(lines()).hasSizeLessThan(100).last().asString().contains("\"msg\":\"outer value\"");
    }

    @Test
    void linesOfManyThreadsAreWhole() throws Exception {
        configure(JSON);

        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int event = 0; event < 500; event++) {
                    log.info("event");
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(lines()).hasSize(2000).allMatch(line -> line.startsWith("{\"timestamp\"") && line.endsWith("}"));
    }

    @Test
    void afterAStopNothingIsWrittenAndStandardOutputStaysOpen() throws JoranException {
        configure(JSON);

        context.stop();
        log.error("too late");
        System.out.print("still here");

        assertThat(lines()).containsExactly("still here");
    }

    private void configure(String settings) throws JoranException {
        if (System.out == standardOut) {
            System.setOut(new PrintStream(printed, true, UTF_8));
        }
        String xml = "<configuration><appender name='console' class='io.pixsim.logging.sink.LogConsoleAppender'>"
                + settings
                + "</appender><root level='INFO'><appender-ref ref='console'/></root></configuration>";
        context.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }

    private void assertNoComplaint() {
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getLevel() >= Status.WARN)
                .isEmpty();
    }

    private static final class FlushCounter extends OutputStream {

        private int flushes;

        @Override
        public void write(int b) {}

        @Override
        public void flush() {
            flushes++;
        }
    }
}
