package io.pixsim.logging.collector.direct;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.collector.ingest.FinishedEvents;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.postgres.PostgresOptions;
import io.pixsim.logging.collector.store.postgres.PostgresWriter;
import io.pixsim.logging.http.Destination;
import io.pixsim.logging.http.Taken;

/** Stores the forwarder's batches in PostgreSQL. */
final class DatabaseDestination implements Destination {

    private final PostgresWriter writer;
    private final Clock clock;

    DatabaseDestination(PostgresOptions options, Clock clock) {
        this.writer = new PostgresWriter(options, clock);
        this.clock = clock;
    }

    @Override
    public Taken take(String batchId, List<byte[]> events) {
        FinishedEvents finished = FinishedEvents.read(events, clock);
        try {
            Appended appended = writer.append(new Append(batchId, finished.entries()));
            return answer(finished, appended);
        } catch (StoreException e) {
            return Taken.none("the database stores nothing");
        }
    }

    private static Taken answer(FinishedEvents finished, Appended appended) {
        if (finished.refused().isEmpty() && appended.refused().isEmpty()) {
            return Taken.all();
        }
        List<Integer> refused = new ArrayList<>(finished.refused());
        appended.refused().forEach(row -> refused.add(finished.places().get(row.index())));
        refused.sort(null);
        return Taken.allBut(
                refused,
                appended.refused().isEmpty()
                        ? "not an event"
                        : appended.refused().get(0).reason());
    }

    @Override
    public void close() {
        writer.close();
    }
}
