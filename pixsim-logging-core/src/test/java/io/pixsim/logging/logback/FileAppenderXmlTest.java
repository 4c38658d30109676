package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.pixsim.logging.rolling.LogFileAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file's appender in a plain {@code logback.xml}, with no fan around it that catches what goes wrong. */
class FileAppenderXmlTest extends XmlFixture {

    private Logger log;

    @BeforeEach
    void configure() throws Exception {
        configure("""
                <configuration>
                  <appender name="file" class="io.pixsim.logging.rolling.LogFileAppender">
                    <file>%1$s/worker.log</file>
                  </appender>
                  <root level="INFO"><appender-ref ref="file" /></root>
                </configuration>
                """);
        log = context.getLogger("worker");
    }

    @Test
    void whatAValueLogsWhileItIsWrittenIsWrittenToo() throws Exception {
        log.info("outer {}", new Logging("inner"));

        context.stop();
        assertThat(messages("worker.log")).containsExactly("inner", "outer value");
    }

    @Test
    void aValueThatLogsItselfWhileItIsWrittenEndsSoon() throws Exception {
        log.info("logged {}", new Logging("inner {}"));

        context.stop();
        assertThat(messages("worker.log")).hasSizeLessThan(10).endsWith("logged value");
    }

    @Test
    void whatAFilterThrowsDoesNotReachTheCaller() throws Exception {
        appender().addFilter(new Filter<>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                throw new IllegalStateException();
            }
        });

        assertThatCode(() -> log.info("written")).doesNotThrowAnyException();

        context.stop();
        assertThat(messages("worker.log")).containsExactly("written");
    }

    private LogFileAppender appender() {
        return (LogFileAppender) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("file");
    }

    private final class Logging {
        private final String message;

        Logging(String message) {
            this.message = message;
        }

        @Override
        public String toString() {
            log.info(message, this);
            return "value";
        }
    }
}
