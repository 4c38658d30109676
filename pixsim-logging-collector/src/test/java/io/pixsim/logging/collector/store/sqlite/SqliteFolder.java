package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

import io.pixsim.logging.collector.CollectorBuilder;
import io.pixsim.logging.collector.contract.TestStore;
import io.pixsim.logging.collector.store.LogStore;

/** A folder of SQLite files. */
public final class SqliteFolder implements TestStore {

    private final Path folder;

    public SqliteFolder() throws IOException {
        folder = Files.createTempDirectory("collector-contract");
    }

    @Override
    public LogStore open(Clock clock) throws IOException {
        return SqliteStore.open(folder, SqliteOptions.standard(), clock);
    }

    @Override
    public CollectorBuilder use(CollectorBuilder builder) {
        return builder.data(folder);
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
