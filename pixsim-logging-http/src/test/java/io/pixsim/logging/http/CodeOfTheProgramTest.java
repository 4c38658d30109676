package io.pixsim.logging.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code of the program that runs within a call: values that log, filters. */
class CodeOfTheProgramTest {

    private static final Duration LONG = Patience.LONG;

    private final LoggerContext context = Contexts.fresh();
    private final Endpoint endpoint = Endpoint.start(Behaviour.storing());
    private final HttpAppender appender = new HttpAppender();

    @BeforeEach
    void start() {
        appender.setContext(context);
        appender.setUrl(endpoint.url());
        appender.start();
        logger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    @AfterEach
    void stop() {
        context.stop();
        endpoint.close();
    }

    @Test
    void aFilterThatLogsNeitherHangsNorFloods() {
        appender.addFilter(new Filter<>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                logger("filter").info("looked at one");
                logger("filter").info("looked at it again");
                return FilterReply.NEUTRAL;
            }
        });

        logger("app").info("once");
        appender.flush(LONG);

        DeliveryStats stats = appender.stats();
        assertThat(stats.accepted()).isLessThan(200);
        assertThat(endpoint.requests().stream().flatMap(request -> request.logs().stream()))
                .extracting(event -> String.valueOf(event.get("msg")))
                .contains("once", "looked at one", "looked at it again");
    }

    @Test
    void whatAValueLogsWhileItIsWrittenArrivesToo() {
        Object talkative = new Object() {
            @Override
            public String toString() {
                logger("value").info("asked");
                return "answer";
            }
        };

        logger("app").info("question: {}", talkative);
        appender.flush(LONG);

        assertThat(endpoint.requests().stream().flatMap(request -> request.logs().stream()))
                .extracting(event -> String.valueOf(event.get("msg")))
                .containsExactlyInAnyOrder("asked", "question: answer");
    }

    @Test
    void valuesThatLogThemselvesWithoutEndAreBoundedAndCounted() {
        Object endless = new Object() {
            @Override
            public String toString() {
                logger("value").info("once more: {}", this);
                logger("value").info("and again: {}", this);
                return "answer";
            }
        };

        logger("app").info("question: {}", endless);
        appender.flush(LONG);

        DeliveryStats stats = appender.stats();
        assertThat(stats.delivered()).isBetween(1L, 100L);
        assertThat(stats.dropped()).containsOnlyKeys(DropReason.ENCODING_FAILED);
        assertThat(stats.accepted()).isEqualTo(stats.delivered() + stats.droppedTotal());
    }

    @Test
    void aFilterThatThrowsCostsNoEventAndNotItsCaller() {
        appender.addFilter(new Filter<>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                throw new IllegalStateException("filter");
            }
        });

        logger("app").info("hello");
        appender.flush(LONG);

        assertThat(appender.stats().delivered()).isEqualTo(1);
    }

    @Test
    void aFilterThatDeniesIsHeard() {
        appender.addFilter(new Filter<>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                return event.getMessage().equals("no") ? FilterReply.DENY : FilterReply.NEUTRAL;
            }
        });

        logger("app").info("no");
        logger("app").info("yes");
        appender.flush(LONG);

        assertThat(appender.stats().accepted()).isEqualTo(1);
    }

    private Logger logger(String name) {
        return context.getLogger(name);
    }
}
