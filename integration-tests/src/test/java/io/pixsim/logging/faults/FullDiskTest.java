package io.pixsim.logging.faults;

import static io.pixsim.logging.faults.Numbered.numbers;
import static io.pixsim.logging.journeys.Patience.LONG;
import static io.pixsim.logging.journeys.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.diagnostics.DeliveryStats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** On a disk of one megabyte, which only a machine that lets us mount one has. */
class FullDiskTest {

    private static final int EVENTS = 12_000;

    private final FaultyEndpoint endpoint = FaultyEndpoint.start();

    @TempDir
    Path folder;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(SmallDisk.mount(folder), "skipped: a file system can't be mounted here");
    }

    @AfterEach
    void stop() throws Exception {
        endpoint.close();
        Logging.shutdown(Duration.ZERO);
        await().until(() -> SmallDisk.unmount(folder));
    }

    @Test
    void whatTheDiskDoesNotTakeWaitsInMemoryAndNothingIsLost() {
        endpoint.always(Fault.BUSY_503);
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .ingestionUrl(endpoint.url())
                .spoolFolder(folder.resolve("spool"))
                .build());
        Numbered.log(log, 0, EVENTS);
        await().until(() -> endpoint.requests() >= 3);
        DeliveryStats full = Logging.stats().delivery();
        assertThat(full.spooled()).isBetween(1L, EVENTS - 1L);
        assertThat(full.pending()).isEqualTo(EVENTS - full.spooled());

        endpoint.mend();
        Logging.flush(LONG);

        await().until(() -> Logging.stats().delivery().delivered() == EVENTS);
        assertThat(endpoint.stored().withoutRepeats()).containsExactlyInAnyOrderElementsOf(numbers(0, EVENTS));
        assertThat(Logging.stats().delivery().dropped()).isEmpty();
    }
}
