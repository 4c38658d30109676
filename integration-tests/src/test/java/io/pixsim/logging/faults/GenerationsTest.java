package io.pixsim.logging.faults;

import static io.pixsim.logging.journeys.Patience.LONG;
import static io.pixsim.logging.journeys.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.test.ingest.Accounting;
import io.pixsim.logging.test.ingest.Answer;
import io.pixsim.logging.test.ingest.IngestServer;
import io.pixsim.logging.test.ingest.IngestServer.Generation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;

/**
 * The two generations of the Python backend: the first stores row by row and answers 200 whatever it stored, today's stores
 * all or nothing and answers 500. Neither says which event it stumbled over, nor whether its database is down.
 */
class GenerationsTest {

    private static final int EVENTS = 2_000;

    private IngestServer backend;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        backend.close();
        Logging.shutdown(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    void aBackendThatIsWellGetsEachEventOnce(Generation generation) {
        start(generation);
        Logger log = Logging.configure(options(generation).build());

        Numbered.log(log, 0, EVENTS);
        Logging.flush(LONG);

        assertThat(account()).isEqualTo(new Accounting(EVENTS, List.of(), List.of()));
        assertThat(Logging.stats().delivery().delivered()).isEqualTo(EVENTS);
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    void aRowThatItCannotStoreCostsNoOther(Generation generation) {
        start(generation);
        backend.respond(Answer.refusing(500, event -> Long.valueOf(777).equals(event.get(Numbered.NUMBER.name()))));
        Logger log = Logging.configure(options(generation).build());

        Numbered.log(log, 0, EVENTS);
        Logging.flush(LONG);

        assertThat(account()).isEqualTo(new Accounting(EVENTS - 1, List.of(), List.of("777")));
        assertThat(Logging.stats().delivery().dropped()).isEqualTo(Map.of(DropReason.REJECTED, 1L));
    }

    /** At the first generation that is a 200 that counts nothing, at today's a 500. */
    @ParameterizedTest
    @EnumSource(Generation.class)
    void aDatabaseThatIsDownCostsNothing(Generation generation) {
        start(generation);
        backend.respond(generation == Generation.S0 ? Answer.shortCount(0) : Answer.status(500));
        Logger log = Logging.configure(options(generation).build());
        Numbered.log(log, 0, EVENTS);
        backend.awaitBatches(8);

        backend.respond(Answer.ok());
        Logging.flush(LONG);

        assertThat(account()).isEqualTo(new Accounting(EVENTS, List.of(), List.of()));
        assertThat(Logging.stats().delivery().dropped()).isEmpty();
    }

    @Test
    void aBackendOf2025ThatIsSentTimeZonesLosesNothingUntilSomebodyMendsThat() {
        start(Generation.S0);
        Logger wrong =
                Logging.configure(options(Generation.H).spoolFolder(folder).build());
        Numbered.log(wrong, 0, EVENTS);
        backend.awaitBatches(8);
        await().until(() -> Logging.stats().delivery().spooled() == EVENTS);
        assertThat(Logging.shutdown(Duration.ZERO).spooled()).isEqualTo(EVENTS);
        assertThat(backend.events()).isEmpty();

        Logging.configure(options(Generation.S0).spoolFolder(folder).build());
        await().until(() -> backend.events().size() == EVENTS);

        assertThat(account()).isEqualTo(new Accounting(EVENTS, List.of(), List.of()));
        assertThat(Logging.shutdown(LONG).undelivered()).isZero();
        assertThat(Logging.stats().delivery().dropped()).isEmpty();
    }

    private void start(Generation generation) {
        backend = IngestServer.start(generation);
    }

    private LoggingOptions.Builder options(Generation writtenFor) {
        EndpointOptions endpoint =
                writtenFor == Generation.S0 ? EndpointOptions.DEFAULT.withNaiveTimestamps() : EndpointOptions.DEFAULT;
        return LoggingOptions.forService("worker").ingestionUrl(backend.url()).endpoint(endpoint);
    }

    private Accounting account() {
        return backend.accounting(Numbered.NUMBER.name());
    }
}
