package io.pixsim.logging.http;

import java.time.Duration;
import java.util.function.Consumer;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.Patience;
import org.junit.jupiter.api.AfterEach;
import org.slf4j.Logger;

/** An appender and an endpoint that stores what it sends. */
abstract class AppenderFixture {

    static final Duration LONG = Patience.LONG;

    final LoggerContext context = Contexts.fresh();
    final Endpoint endpoint = Endpoint.start(Behaviour.storing());

    @AfterEach
    void stop() {
        context.stop();
        endpoint.close();
    }

    HttpAppender started(Consumer<HttpAppender> settings) {
        HttpAppender appender = appender(settings.andThen(a -> a.setUrl(endpoint.url())));
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return appender;
    }

    HttpAppender appender(Consumer<HttpAppender> settings) {
        HttpAppender appender = new HttpAppender();
        appender.setContext(context);
        appender.setName("http");
        settings.accept(appender);
        return appender;
    }

    Logger logger(String name) {
        return context.getLogger(name);
    }
}
