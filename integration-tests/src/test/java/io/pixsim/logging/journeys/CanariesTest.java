package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.test.canary.Canaries;
import io.pixsim.logging.test.canary.PlantCanaries;
import io.pixsim.logging.test.ingest.Answer;
import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Canaries on the whole way of an event: requests in each format, segments of the spool, dead letters. */
@ResourceLock("io.pixsim.logging.test.CaptureLogs")
class CanariesTest {

    private static final String SECRET_OF_THE_TEST = "the voucher";

    private final IngestServer endpoint = IngestServer.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ZERO);
        endpoint.close();
    }

    @ParameterizedTest
    @EnumSource(IngestionFormat.class)
    @PlantCanaries
    void noSecretLeavesInARequest(IngestionFormat format, Canaries canaries) {
        canaries.watch(endpoint).watch(folder);

        Logging.configure(options(format).build()).info("calling with api_key={}", canaries.secret("the key"));
    }

    @Test
    void noSecretIsLeftOnDiskInAnOutage() {
        try (Canaries canaries = Canaries.open()) {
            canaries.watch(folder);
            endpoint.respond(Answer.status(503));
            Logging.configure(
                    options(IngestionFormat.PIXSIM).spoolFolder(folder).build());
            canaries.plant();
            Patience.await().until(() -> Logging.stats().delivery().pending() == 0);
            assertThat(Logging.shutdown(Duration.ZERO).spooled()).isPositive();

            canaries.check();
        }
    }

    @ParameterizedTest
    @EnumSource(IngestionFormat.class)
    void aSecretThatNobodyHidesIsFoundInTheRequest(IngestionFormat format) {
        try (Canaries canaries = Canaries.open()) {
            canaries.watch(endpoint);
            leak(canaries, options(format));
            Logging.flush(Patience.LONG);

            assertThatThrownBy(canaries::check)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("request 1 (" + format + "), field voucher of event 1: the canary planted as "
                            + SECRET_OF_THE_TEST);
        }
    }

    @Test
    void aSecretThatNobodyHidesIsFoundInTheSpool() {
        try (Canaries canaries = Canaries.open()) {
            canaries.watch(folder);
            endpoint.respond(Answer.status(503));
            leak(canaries, options(IngestionFormat.OTLP).spoolFolder(folder));
            Patience.await().until(() -> Logging.stats().delivery().spooled() == 1);
            Logging.shutdown(Duration.ZERO);

            assertThatThrownBy(canaries::check)
                    .hasMessageContaining("spool segment ")
                    .hasMessageContaining(".seg, field voucher at byte ");
        }
    }

    @Test
    void aSecretThatNobodyHidesIsFoundAmongTheDeadLetters() {
        try (Canaries canaries = Canaries.open()) {
            canaries.watch(folder);
            endpoint.respond(Answer.refusing(422, event -> event.containsKey("voucher")));
            leak(canaries, options(IngestionFormat.PIXSIM).spoolFolder(folder));
            Patience.await().until(() -> Logging.stats().delivery().deadLettered() == 1);
            assertThat(Logging.shutdown(Patience.LONG).undelivered()).isZero();

            assertThatThrownBy(canaries::check)
                    .hasMessageContaining("dead letters dead-letters.jsonl, field event.voucher of line 1: ");
        }
    }

    private static void leak(Canaries canaries, LoggingOptions.Builder options) {
        Logging.configure(options.build())
                .atInfo()
                .addKeyValue("voucher", canaries.secret(SECRET_OF_THE_TEST))
                .log("redeemed");
    }

    private LoggingOptions.Builder options(IngestionFormat format) {
        return LoggingOptions.forService("worker")
                .ingestionUrl(endpoint.url(format))
                .endpoint(EndpointOptions.of(format));
    }
}
