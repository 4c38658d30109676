package io.pixsim.logging.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.pixsim.logging.catalog.Stage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@ResourceLock(Resources.SYSTEM_ERR)
class FailedTestTest {

    private static final Logger LOG = LoggerFactory.getLogger("failed");

    @Test
    void aTestThatFailsShowsWhatItLogged() {
        assertThat(printed("fails"))
                .contains(String.format("Failing.fails() failed. It logged 2 captured events:%n"
                        + "   1. INFO     provider:submit \"submitted\" attempt=0%n"
                        + "   2. WARNING  \"slow\"%n"));
    }

    @Test
    void ofManyEventsTheLastAreShown() {
        assertThat(printed("failsAfterManyEvents"))
                .contains("It logged 150 events, the last 100 of which are:", "  51. INFO", " 150. INFO")
                .doesNotContain("  50. INFO");
    }

    @Test
    void aTestThatPassesOrIsAbortedShowsNothing() {
        assertThat(printed("passes")).isEmpty();
        assertThat(printed("isAborted")).isEmpty();
    }

    private static String printed(String method) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Engine.run(Failing.class, method);
        } finally {
            System.setErr(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @CaptureLogs
    static class Failing {

        @Test
        void fails() {
            LOG.atInfo()
                    .addMarker(Stage.PROVIDER_SUBMIT)
                    .addKeyValue("attempt", 0)
                    .log("submitted");
            LOG.warn("slow");
            throw new AssertionError("as planned");
        }

        @Test
        void failsAfterManyEvents() {
            for (int i = 0; i < 150; i++) {
                LOG.info("again");
            }
            throw new AssertionError("as planned");
        }

        @Test
        void passes() {
            LOG.info("fine");
        }

        @Test
        void isAborted() {
            LOG.info("not here");
            Assumptions.abort("as planned");
        }
    }
}
