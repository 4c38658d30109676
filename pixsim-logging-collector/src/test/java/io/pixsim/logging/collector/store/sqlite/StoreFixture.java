package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import io.pixsim.logging.collector.contract.DayClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store with the standard options in a folder of its own, open while a test runs. */
abstract class StoreFixture {

    @TempDir
    Path folder;

    final DayClock clock;
    SqliteStore store;

    StoreFixture(Instant start) {
        clock = new DayClock(start);
    }

    @BeforeEach
    void open() throws IOException {
        store = SqliteStore.open(folder, SqliteOptions.standard(), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }
}
