package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.ManualClock;
import io.pixsim.logging.test.ingest.Answer;
import io.pixsim.logging.test.ingest.IngestEndpoint;
import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The forwarder goes by the clock of the test that configures it: hours of waiting pass at once. */
@CaptureLogs(alone = true)
@IngestEndpoint
class ForwarderOnManualClockTest {

    @Test
    void itTriesAgainWhenTheEndpointsPauseIsOver(IngestServer server, ManualClock clock) {
        server.enqueue(Answer.tooManyRequests(Duration.ofMinutes(50)));
        Logger log = configure(server, Duration.ofSeconds(1));
        log.info("refused at first");
        server.awaitBatches(1);
        assertThat(server.events()).isEmpty();

        Patience.await().until(() -> {
            clock.advance(Duration.ofMinutes(10));
            return server.events().size() == 1;
        });

        assertThat(server.batches()).hasSize(2);
    }

    @Test
    void whatWaitsForItsBatchLeavesWhenTheIntervalIsOver(IngestServer server, ManualClock clock) {
        Logger log = configure(server, Duration.ofHours(3));
        log.info("leaves at once");
        server.awaitEvents(1);
        log.info("waits for others");

        clock.advance(Duration.ofHours(4));

        assertThat(server.awaitEvents(2, Patience.LONG)).hasSize(2);
    }

    @Test
    void whatWaitsGrowsOld(IngestServer server, ManualClock clock) {
        server.respond(Answer.status(503));
        Logger log = configure(server, Duration.ofSeconds(1));
        log.info("waits");
        server.awaitBatches(1);

        Patience.await().until(() -> {
            clock.advance(Duration.ofHours(1));
            return Logging.stats().delivery().oldest().compareTo(Duration.ofDays(2)) > 0;
        });
    }

    private static Logger configure(IngestServer server, Duration interval) {
        return Logging.configure(LoggingOptions.forService("worker")
                .ingestionUrl(server.url())
                .batchSize(100)
                .flushInterval(interval)
                .build());
    }
}
