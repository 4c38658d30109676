package io.pixsim.logging.test.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.pixsim.logging.test.ingest.IngestServer.Generation;
import org.jspecify.annotations.Nullable;

/**
 * A PixSim batch at one of the Python backends.
 *
 * @param events the events of the call
 * @param backend where they go
 * @param store how they are stored there
 */
record PixSimIntake(
        List<Map<String, @Nullable Object>> events,
        Backend backend,
        Function<List<Map<String, @Nullable Object>>, Reply> store)
        implements Intake {

    @Override
    public Reply all() {
        return store.apply(events);
    }

    @Override
    public Reply first(int atMost) {
        return store.apply(events.subList(0, Math.min(atMost, events.size())));
    }

    /** The first backend stops at the first bad one; today's stores all or nothing. */
    @Override
    public Reply allBut(Set<Integer> bad, int status) {
        if (bad.isEmpty()) {
            return all();
        }
        return backend.generation() == Generation.S0
                ? first(bad.stream().mapToInt(Integer::intValue).min().orElseThrow())
                : error(status, "Failed to ingest logs: as the test asked");
    }

    @Override
    public Reply error(int status, String message) {
        return backend.errors().of(status, message);
    }
}
