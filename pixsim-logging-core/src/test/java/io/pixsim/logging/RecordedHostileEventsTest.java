package io.pixsim.logging;

import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Events that do harm when they are recorded. */
class RecordedHostileEventsTest extends RecorderFixture {

    @Test
    void whatAValueLogsWhileItIsWrittenIsNotRecordedWithoutEnd() throws IOException {
        Logger log = recording(GateOptions.builder());
        Object chatty = new Object() {
            @Override
            public String toString() {
                log.debug("and {}", this);
                return "chatty";
            }
        };

        try (var job = LogContext.job(123)) {
            log.debug("value {}", chatty);
            log.error("broken");
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("value chatty", "broken");
    }

    @Test
    void aThrowableThatCannotBeReadHarmsNobody() throws IOException {
        Logger log = recording(GateOptions.builder());
        RuntimeException hostile = new RuntimeException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }
        };

        try (var job = LogContext.job(123)) {
            log.debug("failed", hostile);
            log.atDebug().setCause(hostile).log("failed again");
            log.error("broken");
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("failed", "failed again", "broken");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anErrorWhoseThrowableCannotBeReadHasItWrittenToo(boolean fluent) throws IOException {
        Logger log = recording(GateOptions.builder());
        RuntimeException hostile = new RuntimeException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }
        };

        try (var job = LogContext.job(123)) {
            log.debug("hidden");
            if (fluent) {
                log.atError().addMarker(PROVIDER_ERROR).setCause(hostile).log("broken");
            } else {
                log.error(PROVIDER_ERROR, "broken", hostile);
            }
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("hidden", "broken", "job ended");
        assertThat(values(ofJob("123"), "outcome")).containsExactly(null, null, "failed");
    }
}
