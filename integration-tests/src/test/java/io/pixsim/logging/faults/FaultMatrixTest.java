package io.pixsim.logging.faults;

import static io.pixsim.logging.faults.Numbered.numbers;
import static io.pixsim.logging.journeys.Patience.LONG;
import static io.pixsim.logging.journeys.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.diagnostics.Circuit;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.sink.Connection;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.test.ingest.Accounting;
import io.pixsim.logging.test.ingest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** With the default settings, whatever an endpoint does: every event arrives, and is accounted for by its number. */
class FaultMatrixTest {

    private static final int EVENTS = 3_000;

    private final FaultyEndpoint endpoint = FaultyEndpoint.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        endpoint.close();
        Logging.shutdown(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DENIED_401", "PAGE", "SLOW_READER", "KEEPS_FOR_LATER", "ASKS_FOR_THREE_SECONDS"})
    void whatGoesWrongForAWhileCostsNothing(Fault fault) {
        endpoint.always(fault);
        Logger log = Logging.configure(options().build());
        Numbered.log(log, 0, EVENTS);
        await().until(() -> endpoint.requests() >= (fault == Fault.HANG ? 1 : 3));

        endpoint.mend();
        Numbered.log(log, EVENTS, EVENTS + 100);
        Logging.flush(LONG);

        assertThat(endpoint.stored().withoutRepeats()).containsExactlyInAnyOrderElementsOf(numbers(0, EVENTS + 100));
        assertNothingIsLost();
    }

    @Test
    void aSlowReaderIsWaitedFor() {
        endpoint.always(Fault.SLOW_READER);
        Logger log = Logging.configure(options().build());

        Numbered.log(log, 0, EVENTS);
        Logging.flush(LONG);

        assertThat(endpoint.stored().withoutRepeats()).isEqualTo(numbers(0, EVENTS));
        assertNothingIsLost();
    }

    @ParameterizedTest
    @MethodSource("faultsOfOtherFormats")
    void inOtherFormatsItCostsNothingEither(IngestionFormat format, Fault fault) {
        endpoint.always(fault);
        Logger log = Logging.configure(options(format).build());
        Numbered.log(log, 0, EVENTS);
        await().until(() -> endpoint.requests() >= 3);

        endpoint.mend();
        Numbered.log(log, EVENTS, EVENTS + 100);
        Logging.flush(LONG);

        assertThat(endpoint.stored().withoutRepeats()).containsExactlyInAnyOrderElementsOf(numbers(0, EVENTS + 100));
        assertNothingIsLost();
    }

    static Stream<Arguments> faultsOfOtherFormats() {
        return Stream.of(IngestionFormat.OTLP, IngestionFormat.BULK)
                .flatMap(format -> Stream.of(
                                Fault.BUSY_503, Fault.ERROR_500, Fault.RESET, Fault.ANSWER_LOST, Fault.HALF_ANSWER)
                        .map(fault -> arguments(format, fault)));
    }

    @Test
    void whoeverIsAskedForThreeSecondsTakesThem() {
        endpoint.always(Fault.ASKS_FOR_THREE_SECONDS);
        Logger log = Logging.configure(options().build());
        Numbered.log(log, 0, EVENTS);
        await().until(() -> endpoint.requests() == 3);

        // Nobody flushes: that would be one more try.
        endpoint.mend();
        await().until(() -> endpoint.stored().size() == EVENTS);

        List<Long> began = endpoint.requestNanos();
        for (int request = 1; request <= 3; request++) {
            assertThat(Duration.ofNanos(began.get(request) - began.get(request - 1)))
                    .as("so that in ten seconds there are four requests at the most")
                    .isGreaterThanOrEqualTo(Duration.ofMillis(2_900));
        }
        assertThat(endpoint.accounting()).isEqualTo(new Accounting(EVENTS, List.of(), List.of()));
        assertNothingIsLost();
    }

    @Test
    void anAnswerThatGetsLostMakesNoRepeatsForWhoLooksAtTheIds() {
        FaultyEndpoint flaky = FaultyEndpoint.start(0, request -> request % 2 == 0 ? Fault.ANSWER_LOST : Fault.NONE);
        Logger log = Logging.configure(options(flaky.url()).build());

        for (int part = 0; part < 10; part++) {
            Numbered.log(log, part * 100L, part * 100L + 100);
            Logging.flush(LONG);
        }

        assertThat(flaky.stored().numbers()).hasSizeGreaterThan(1_000);
        assertThat(flaky.stored().withoutRepeats()).isEqualTo(numbers(0, 1_000));
        assertNothingIsLost();
        flaky.close();
    }

    @Test
    void anEndpointThatIsDownGetsEverythingOnceItReturns() {
        int port = endpoint.port();
        endpoint.close();
        Logger log = Logging.configure(options().build());
        Numbered.log(log, 0, EVENTS);
        await().until(() -> Logging.stats().delivery().retries() >= 4);
        assertThat(Logging.stats().delivery().circuit()).isNotEqualTo(Circuit.CLOSED);

        try (FaultyEndpoint back = FaultyEndpoint.start(port, request -> Fault.NONE)) {
            // RetryScheduleTest bounds the pause that this takes.
            await().until(() -> back.stored().size() == EVENTS);

            assertThat(back.stored().withoutRepeats()).isEqualTo(numbers(0, EVENTS));
            await().until(() -> Logging.stats().delivery().circuit() == Circuit.CLOSED);
            assertNothingIsLost();
        }
    }

    @Test
    void aHostThatHasNoAddressIsAnOutageLikeAnyOther() {
        Duration untilNamesAreKnown = LONG;
        Logger log = Logging.configure(options(URI.create("http://nowhere.invalid:1/"))
                .endpoint(EndpointOptions.DEFAULT.with(
                        Connection.DEFAULT.withTimeouts(untilNamesAreKnown, untilNamesAreKnown)))
                .build());
        Numbered.log(log, 0, 100);
        await().until(() -> Logging.stats().delivery().retries() >= 1);

        DeliveryStats stats = Logging.stats().delivery();
        assertThat(stats.pending()).isEqualTo(100);
        assertThat(stats.lastError()).startsWith("UnknownHostException");
        assertThat(Logging.shutdown(Duration.ofMillis(200)).dropped())
                .isEqualTo(Map.of(DropReason.UNSENT_AT_CLOSE, 100L));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422, 500})
    void aPoisonousEventCostsOnlyItself(int status) {
        endpoint.store().respond(Answer.refusing(status, FaultMatrixTest::isPoison));
        Logger log = Logging.configure(options().build());

        Numbered.log(log, 0, EVENTS);
        Logging.flush(LONG);

        assertOnlyThePoisonIsMissing(endpoint);
    }

    @ParameterizedTest
    @EnumSource(
            value = IngestionFormat.class,
            names = {"OTLP", "BULK"})
    void inOtherFormatsItCostsOnlyItselfEither(IngestionFormat format) {
        endpoint.store().respond(Answer.refusing(400, FaultMatrixTest::isPoison));
        Logger log = Logging.configure(options(format).build());

        Numbered.log(log, 0, EVENTS);
        Logging.flush(LONG);

        assertOnlyThePoisonIsMissing(endpoint);
    }

    private static boolean isPoison(Map<String, Object> event) {
        return Long.valueOf(1234).equals(event.get(Numbered.NUMBER.name()));
    }

    private static void assertOnlyThePoisonIsMissing(FaultyEndpoint endpoint) {
        assertThat(endpoint.accounting()).isEqualTo(new Accounting(EVENTS - 1, List.of(), List.of("1234")));
        assertThat(Logging.stats().delivery().dropped()).isEqualTo(Map.of(DropReason.REJECTED, 1L));
        assertBalanced();
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 20_000, 100_000})
    void aRequestThatIsTooLargeIsSentInParts(int mostBytes) {
        endpoint.store().respond(Answer.upTo(mostBytes));
        Logger log = Logging.configure(options().build());

        Numbered.log(log, 0, EVENTS);
        Logging.flush(LONG);

        assertThat(endpoint.stored().numbers()).isEqualTo(numbers(0, EVENTS));
        assertNothingIsLost();
    }

    @Test
    void whoeverIsDeniedStopsKnocking() {
        endpoint.always(Fault.DENIED_401);
        Logger log = Logging.configure(options().build());
        Numbered.log(log, 0, 100);
        await().until(() -> endpoint.requests() == 1);

        Numbered.log(log, 100, EVENTS);
        await().during(Duration.ofMillis(500)).until(() -> endpoint.requests() == 1);
        endpoint.mend();
        Logging.flush(LONG);

        assertThat(endpoint.stored().numbers()).isEqualTo(numbers(0, EVENTS));
        assertNothingIsLost();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BUSY_503", "RESET", "HANG", "ANSWER_LOST"})
    void withASpoolAnOutageAcrossARestartCostsNothing(Fault fault) {
        endpoint.always(fault);
        Logger log = Logging.configure(options().spoolFolder(folder).build());
        Numbered.log(log, 0, EVENTS);
        await().until(() -> Logging.stats().delivery().spooled() == EVENTS);
        assertThat(Logging.shutdown(Duration.ofMillis(300)).spooled()).isEqualTo(EVENTS);

        endpoint.mend();
        Logger again = Logging.configure(options().spoolFolder(folder).build());
        Numbered.log(again, EVENTS, EVENTS + 100);
        await().until(() -> endpoint.stored().size() == EVENTS + 100);

        assertThat(endpoint.stored().withoutRepeats()).containsExactlyInAnyOrderElementsOf(numbers(0, EVENTS + 100));
        assertThat(Logging.shutdown(LONG).undelivered()).isZero();
        assertBalanced();
    }

    private LoggingOptions.Builder options(IngestionFormat format) {
        return options(endpoint.url(format)).endpoint(EndpointOptions.of(format));
    }

    private LoggingOptions.Builder options() {
        return options(endpoint.url());
    }

    private static LoggingOptions.Builder options(URI url) {
        return LoggingOptions.forService("worker").ingestionUrl(url);
    }

    private static void assertNothingIsLost() {
        await().until(() -> Logging.stats().delivery().pending() == 0);
        assertThat(Logging.stats().delivery().dropped()).isEmpty();
        assertBalanced();
    }

    private static void assertBalanced() {
        DeliveryStats stats = Logging.stats().delivery();
        assertThat(stats.accepted())
                .isEqualTo(stats.delivered()
                        + stats.pending()
                        + stats.spooled()
                        + stats.deadLettered()
                        + stats.droppedTotal());
    }
}
