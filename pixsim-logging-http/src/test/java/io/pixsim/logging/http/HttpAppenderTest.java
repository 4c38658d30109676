package io.pixsim.logging.http;

import static io.pixsim.logging.http.endpoint.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.status.Status;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.Patience;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.KeyValuePair;

class HttpAppenderTest {

    private static final Duration LONG = Patience.LONG;

    private final LoggerContext context = Contexts.fresh();
    private final Endpoint endpoint = Endpoint.start(Behaviour.storing());

    @AfterEach
    void stop() {
        context.stop();
        endpoint.close();
    }

    @Test
    void anEventArrivesAsOneJsonObject() {
        HttpAppender appender = started(a -> a.setService("worker"));

        logger("io.pixsim.jobs").atInfo().addKeyValue("job_id", "job-abc123").log("processing {}", "started");
        appender.flush(LONG);

        Map<?, ?> event = endpoint.requests().get(0).logs().get(0);
        assertThat(event.get("msg")).isEqualTo("processing started");
        assertThat(event.get("service")).isEqualTo("worker");
        assertThat(event.get("level")).isEqualTo("info");
        assertThat(event.get("job_id_raw")).isEqualTo("job-abc123");
        assertThat(event.containsKey("job_id")).isFalse();
    }

    @Test
    void anEventIsBoundedAsByTheEncoder() {
        HttpAppender appender = started(a -> {
            a.setMaxFields(2);
            a.setMaxDepth(2);
            a.setMaxEventBytes(4_096);
        });

        logger("io.pixsim.jobs")
                .atInfo()
                .addKeyValue("nested", Map.of("a", Map.of("b", Map.of("c", "deep"))))
                .addKeyValue("second", 2)
                .addKeyValue("third", "one too many")
                .log("hello");
        logger("io.pixsim.jobs")
                .atInfo()
                .addKeyValue("large", "x".repeat(10_000))
                .addKeyValue("late", "no room")
                .log("hello");
        appender.flush(LONG);

        assertThat(endpoint.requests().stream().flatMap(request -> request.logs().stream()))
                .hasSize(2)
                .extracting(Object::toString)
                .allSatisfy(event -> assertThat(event).doesNotContain("c=deep", "one too many", "no room"));
    }

    @Test
    void theLineOfAFanIsForwardedAsTheEndpointTakesIt() {
        HttpAppender appender = started(a -> {});
        JsonLinesEncoder lines = new JsonLinesEncoder();
        lines.setContext(context);
        lines.setService("the fan's");
        lines.start();
        LoggingEvent event =
                new LoggingEvent("fqcn", context.getLogger("io.pixsim.jobs"), Level.INFO, "hello", null, null);
        event.addKeyValuePair(new KeyValuePair("job_id", "job-abc123"));

        lines.encode(event, appender::append);
        appender.flush(LONG);

        Map<?, ?> sent = endpoint.requests().get(0).logs().get(0);
        assertThat(sent.get("service")).isEqualTo("the fan's");
        assertThat(sent.get("job_id_raw")).isEqualTo("job-abc123");
    }

    @Test
    void aLineAfterTheEndIsCounted() {
        HttpAppender appender = started(a -> {});
        JsonLinesEncoder lines = new JsonLinesEncoder();
        lines.setContext(context);
        lines.start();
        appender.stop();

        lines.encode(
                new LoggingEvent("fqcn", context.getLogger("io.pixsim.jobs"), Level.INFO, "late", null, null),
                appender::append);

        assertNothingSentBut(appender, DropReason.CLOSED);
    }

    @Test
    void theSettingsOfTheWireReachTheRequest() {
        HttpAppender appender = started(a -> {
            a.setToken("s3cret");
            a.setEnv("prod");
        });

        logger("io.pixsim.jobs").info("hello");
        appender.flush(LONG);

        assertThat(endpoint.requests().get(0).headers().getFirst("Authorization"))
                .isEqualTo("Bearer s3cret");
        assertThat(endpoint.requests().get(0).logs().get(0).get("env").toString())
                .isEqualTo("prod");
    }

    @Test
    void anEventOfALibraryThreadIsCountedAndNotSent() throws InterruptedException {
        HttpAppender appender = started(a -> {});
        Thread own = new LibraryThread("test", () -> logger("io.pixsim.jobs").error("about the delivery itself"));

        own.start();
        own.join();

        assertNothingSentBut(appender, DropReason.OWN_EVENT);
    }

    @Test
    void anEventOfTheHttpClientIsCountedAndNotSent() {
        HttpAppender appender = started(a -> {});

        logger("okhttp3.OkHttpClient").warn("a connection was leaked");

        assertNothingSentBut(appender, DropReason.OWN_EVENT);
    }

    @Test
    void anEventThatIsTooLargeForABatchIsCounted() {
        HttpAppender appender = started(a -> a.setMaxStringLength(3_000_000));

        logger("io.pixsim.jobs").info("x".repeat(2_000_000));

        assertNothingSentBut(appender, DropReason.OVERSIZE);
    }

    @Test
    void anEventThatCannotBeEncodedIsCountedAndTheCallerNeverLearnsOfIt() {
        HttpAppender appender = started(a -> {});
        LoggingEvent broken =
                new LoggingEvent("fqcn", context.getLogger("io.pixsim.jobs"), Level.INFO, "hello", null, null) {
                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("no message");
                    }

                    @Override
                    public long getTimeStamp() {
                        throw new IllegalStateException("no time either");
                    }
                };

        appender.doAppend(broken);

        assertNothingSentBut(appender, DropReason.ENCODING_FAILED);
    }

    @Test
    void anEventLoggedAfterTheStopIsCounted() {
        HttpAppender appender = started(a -> {});
        appender.stop();

        logger("io.pixsim.jobs").info("too late");

        assertNothingSentBut(appender, DropReason.CLOSED);
    }

    @Test
    void stoppingDeliversWhatWaits() {
        HttpAppender appender = started(a -> a.setFlushInterval("1 minute"));
        for (int i = 0; i < 25; i++) {
            logger("io.pixsim.jobs").info("event {}", i);
        }

        context.stop();

        assertThat(endpoint.stored()).hasSize(25);
        assertThat(appender.stats().delivered()).isEqualTo(25);
        assertThat(appender.isStarted()).isFalse();
    }

    @Test
    void anAppenderThatWasNeverStartedHoldsNothing() {
        HttpAppender appender = new HttpAppender();
        appender.stop();

        assertThat(appender.flush(LONG)).isEqualTo(DeliveryResult.NOTHING);
        assertThat(appender.close(LONG)).isEqualTo(DeliveryResult.NOTHING);
        assertThat(appender.stats()).isEqualTo(DeliveryStats.NONE);
    }

    @Test
    void aMissingUrlIsAWarningAndNoError() {
        HttpAppender appender = appender(a -> {});

        appender.start();

        assertThat(appender.isStarted()).isFalse();
        assertWarned("HttpAppender [http] forwards nothing: url is not set");
    }

    @Test
    void aUrlThatIsNoneIsAWarningThatDoesNotQuoteIt() {
        for (String url : List.of("http://user:hunter2@", "ftp://user:hunter2@host/", "http://user:hun ter2@host")) {
            HttpAppender appender = appender(a -> a.setUrl(url));

            appender.start();

            assertThat(appender.isStarted()).isFalse();
            assertThat(statuses())
                    .allSatisfy(status -> assertThat(status.getMessage()).doesNotContain("hun"));
        }
        assertThat(statuses()).hasSize(3).allMatch(status -> status.getEffectiveLevel() == Status.WARN);
    }

    @Test
    void aNumberOutOfRangeIsAWarningThatNamesItAndTheRange() {
        appender(a -> {
                    a.setUrl(endpoint.url());
                    a.setBatchSize(0);
                })
                .start();
        appender(a -> {
                    a.setUrl(endpoint.url());
                    a.setQueueBytes(0);
                })
                .start();
        appender(a -> {
                    a.setUrl(endpoint.url());
                    a.setInFlight(17);
                })
                .start();

        assertWarned(
                "HttpAppender [http] forwards nothing: batchSize not in 1..500: 0",
                "HttpAppender [http] forwards nothing: queueBytes not in 1..549755813887: 0",
                "HttpAppender [http] forwards nothing: inFlight not in 1..16: 17");
    }

    @Test
    void whatWasLostIsToldInTheStreamOnceItFlowsAgain() {
        endpoint.behave(Behaviour.always(Reply.status(503)));
        HttpAppender appender = started(a -> {
            a.setQueueBytes(20_000);
            a.setFlushInterval("50 ms");
        });
        while (!appender.stats().dropped().containsKey(DropReason.QUEUE_FULL)) {
            logger("io.pixsim.jobs").info("filling up");
        }

        endpoint.behave(Behaviour.storing());
        appender.flush(LONG);
        long lost = appender.stats().dropped().get(DropReason.QUEUE_FULL);
        await().until(() -> {
            logger("io.pixsim.jobs").info("flowing again");
            appender.flush(LONG);
            return !losses().isEmpty();
        });

        appender.flush(LONG);
        assertThat(losses()).hasSize(1);
        assertThat(losses().get(0).get("level")).isEqualTo("warning");
        assertThat(losses().get(0).get("suppressed")).isEqualTo(lost);
        assertThat(losses().get(0).get("lost")).isEqualTo(Map.of("queue_full", lost));
    }

    private List<Map<?, ?>> losses() {
        List<Map<?, ?>> losses = new ArrayList<>();
        endpoint.requests()
                .forEach(request -> request.logs().stream()
                        .filter(event -> "log:loss".equals(event.get("stage")))
                        .forEach(losses::add));
        return losses;
    }

    private void assertNothingSentBut(HttpAppender appender, DropReason reason) {
        appender.flush(LONG);
        assertThat(endpoint.requests()).isEmpty();
        assertThat(appender.stats().accepted()).isEqualTo(1);
        assertThat(appender.stats().dropped()).isEqualTo(Map.of(reason, 1L));
    }

    private void assertWarned(String... messages) {
        assertThat(statuses()).allMatch(status -> status.getEffectiveLevel() == Status.WARN);
        assertThat(statuses().stream().map(Status::getMessage)).containsExactly(messages);
    }

    private List<Status> statuses() {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getEffectiveLevel() > Status.INFO)
                .toList();
    }

    private HttpAppender started(Consumer<HttpAppender> settings) {
        HttpAppender appender = appender(settings.andThen(a -> a.setUrl(endpoint.url())));
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return appender;
    }

    private HttpAppender appender(Consumer<HttpAppender> settings) {
        HttpAppender appender = new HttpAppender();
        appender.setContext(context);
        appender.setName("http");
        settings.accept(appender);
        return appender;
    }

    private Logger logger(String name) {
        return context.getLogger(name);
    }
}
