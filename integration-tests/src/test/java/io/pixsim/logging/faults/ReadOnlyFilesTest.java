package io.pixsim.logging.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.FileOptions;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** A container whose file system can only be read, though the settings name files: all that needs none goes on. */
class ReadOnlyFilesTest {

    /** Not long: what waits for files waits in vain. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private final IngestServer endpoint = IngestServer.start();

    @AfterEach
    void stop() {
        Logging.shutdown(AT_ONCE);
        endpoint.close();
    }

    @Test
    void eventsAreForwardedThoughNoFileCanBeMade() throws IOException {
        Path plainFile = Files.writeString(folder.resolve("data"), "not a folder");

        assertForwards(plainFile);
    }

    @Test
    void eventsAreForwardedFromAReadOnlyFileSystem() throws IOException, InterruptedException {
        assumeTrue(SmallDisk.mount(folder), "nothing can be mounted here");
        try {
            assumeTrue(SmallDisk.makeReadOnly(folder), "nothing can be mounted read-only here");

            assertForwards(folder);
        } finally {
            Logging.shutdown(AT_ONCE);
            SmallDisk.unmount(folder);
        }
    }

    private void assertForwards(Path unwritable) {
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .file(unwritable.resolve("worker.jsonl"))
                .files(FileOptions.builder().folder(unwritable.resolve("logs")).build())
                .spoolFolder(unwritable.resolve("spool"))
                .ingestionUrl(endpoint.url())
                .build());
        log.info("still there");
        Logging.flush(AT_ONCE);

        assertThat(endpoint.events()).anySatisfy(event -> assertThat(event).containsEntry("msg", "still there"));
    }
}
