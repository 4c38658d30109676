package io.pixsim.logging.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Redactor;
import io.pixsim.logging.sink.Forwarding;
import io.pixsim.logging.sink.SinkProvider;
import io.pixsim.logging.sink.SinkSettings;
import org.junit.jupiter.api.Test;

class HttpSinkProviderTest {

    private final LoggerContext context = Contexts.fresh();

    @Test
    void itIsFoundOnTheClassPath() {
        assertThat(ServiceLoader.load(SinkProvider.class))
                .hasAtLeastOneElementOfType(HttpSinkProvider.class)
                .anyMatch(SinkProvider::forwards);
    }

    @Test
    void withoutAnEndpointThereIsNoSink() {
        assertThat(new HttpSinkProvider().sinks(settings(Optional.empty()))).isEmpty();
    }

    @Test
    void withAnEndpointThereIsOneThatForwardsToIt() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.storing())) {
            Forwarding to = new Forwarding(URI.create(endpoint.url()), 2, Duration.ofMillis(1500));

            Appender<ILoggingEvent> sink =
                    new HttpSinkProvider().sinks(settings(Optional.of(to))).get(0);
            assertThat(sink.isStarted()).isFalse();
            sink.start();
            context.getLogger("ROOT").addAppender(sink);
            for (int i = 0; i < 5; i++) {
                context.getLogger("io.pixsim.jobs").info("hello");
            }
            context.stop();

            assertThat(endpoint.stored()).hasSize(5);
            assertThat(endpoint.requests()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(endpoint.requests().get(0).logs().get(0).get("service").toString())
                    .isEqualTo("worker");
        }
    }

    @Test
    void aFlushIntervalMayBeAsLongAsItCan() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.storing())) {
            Forwarding to =
                    new Forwarding(URI.create(endpoint.url()), OptionalInt.empty(), Duration.ofSeconds(Long.MAX_VALUE));
            Appender<ILoggingEvent> sink =
                    new HttpSinkProvider().sinks(settings(Optional.of(to))).get(0);

            sink.start();

            assertThat(sink.isStarted()).isTrue();
            sink.stop();
        }
    }

    private SinkSettings settings(Optional<Forwarding> forwarding) {
        return new SinkSettings(context, "worker", "prod", forwarding, new Redactor(RedactionPolicy.standard()));
    }
}
