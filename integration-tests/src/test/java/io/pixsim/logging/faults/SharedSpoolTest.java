package io.pixsim.logging.faults;

import static io.pixsim.logging.journeys.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.http.spool.SpoolView;
import io.pixsim.logging.journeys.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes that spool to one folder at the same time. */
class SharedSpoolTest {

    private static final int EVENTS = 500;

    private final FaultyEndpoint endpoint = FaultyEndpoint.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void eachDeliversItsOwnAndTheOneThatLivesOnThoseOfTheOneThatIsKilled() throws Exception {
        endpoint.always(Fault.BUSY_503);
        try (ChildJvm killed = child();
                ChildJvm living = child()) {
            killed.awaitLine(LoggingChild.READY);
            living.awaitLine(LoggingChild.READY);
            await().until(() -> eventsOnDisk() == 2 * EVENTS);
            killed.kill();

            endpoint.mend();
            await().until(() -> endpoint.stored().size() == 2 * EVENTS);

            List<Long> twice = new ArrayList<>(Numbered.numbers(0, EVENTS));
            twice.addAll(Numbered.numbers(0, EVENTS));
            assertThat(endpoint.stored().withoutRepeats()).containsExactlyInAnyOrderElementsOf(twice);
            await().until(() -> eventsOnDisk() == 0);
        }
    }

    private ChildJvm child() throws Exception {
        return ChildJvm.run(
                LoggingChild.class,
                Map.of(
                        "PIXSIM_LOG_SPOOL_DIR",
                        folder.toString(),
                        "PIXSIM_LOG_INGESTION_URL",
                        endpoint.url().toString()),
                "wait",
                String.valueOf(EVENTS));
    }

    private long eventsOnDisk() throws Exception {
        long events = 0;
        for (SpoolView.Origin origin : new SpoolView(folder).origins()) {
            events += origin.events();
        }
        return events;
    }
}
