package io.pixsim.logging.test;

import java.nio.file.Path;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.test.canary.Canaries;
import io.pixsim.logging.test.canary.PlantCanaries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The README shows the part between the two marks; a test of its own holds the two together. */
// readme:begin
@PlantCanaries
class CanariesExampleTest {

    @Test
    void noSecretLeavesThroughTheLogs(Canaries canaries, @TempDir Path logs) {
        canaries.watch(logs);
        Logging.configure(LoggingOptions.forService("worker")
                .file(logs.resolve("worker.log"))
                .build());

        new Uploader(canaries.secret("the provider's key")).upload("final.mp4");
    }

    /** Knows nothing of the test, and logs more than it should. */
    record Uploader(String apiKey) {

        private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);

        void upload(String file) {
            LOG.info("uploading {} with {}", file, this);
        }
    }
}
// readme:end
