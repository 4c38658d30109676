package io.pixsim.logging;

import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static io.pixsim.logging.catalog.Fields.PROVIDER_JOB_ID;
import static io.pixsim.logging.catalog.Fields.SUBMISSION_ID;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class StageTimerTest {

    private final LoggedEvents logged = new LoggedEvents();
    private final Logger log = logged.logger();
    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void aStageIsLoggedOnceAtItsEndWithWhatWasPut() {
        StageTimer.run(log, PROVIDER_SUBMIT, s -> {
            assertThat(logged.events()).isEmpty();
            s.put(SUBMISSION_ID.of(321));
        });

        assertThat(event())
                .containsEntry("level", "info")
                .containsEntry("stage", "provider:submit")
                .containsEntry("msg", "provider:submit")
                .containsEntry("submission_id", 321L)
                .hasEntrySatisfying(
                        "duration_ms", millis -> assertThat((Long) millis).isNotNegative())
                .doesNotContainKeys("error", "_repaired");
    }

    @Test
    void theDurationIsInWholeMilliseconds() {
        try (StageTimer timer = new StageTimer(log, PROVIDER_SUBMIT, "submitted", nanos::get)) {
            nanos.addAndGet(1_999_999);
        }

        assertThat(event()).containsEntry("duration_ms", 1L);
    }

    @Test
    void aMessageTellsTheFieldsThatWerePut() {
        StageTimer.run(
                log,
                PROVIDER_SUBMIT,
                "submitted as {} ({})",
                s -> s.put(PROVIDER_JOB_ID.of("pv_1")).put(SUBMISSION_ID.of(321)));

        assertThat(event()).containsEntry("msg", "submitted as pv_1 (321)").containsEntry("provider_job_id", "pv_1");
    }

    @Test
    void theResultOfTheBlockIsReturned() {
        String id = StageTimer.call(log, PROVIDER_SUBMIT, s -> "pv_" + 1);
        Object nothing = StageTimer.call(log, PROVIDER_SUBMIT, "submitted", s -> null);

        assertThat(id).isEqualTo("pv_1");
        assertThat(nothing).isNull();
        assertThat(logged.events()).hasSize(2);
    }

    @Test
    void whatTheBlockThrowsIsLoggedAndGoesOnUnchanged() {
        IOException thrown = new IOException("connection reset");

        assertThatThrownBy(() -> failing(thrown)).isSameAs(thrown);

        assertThat(event())
                .containsEntry("level", "error")
                .containsEntry("stage", "provider:submit")
                .containsEntry("msg", "provider:submit failed")
                .containsEntry("error", "connection reset")
                .containsEntry("error_type", "IOException")
                .containsEntry("submission_id", 321L)
                .containsKeys("duration_ms", "exception");
    }

    /** The compiler knows what may be thrown: nothing else has to be declared. */
    private void failing(IOException thrown) throws IOException {
        StageTimer.run(log, PROVIDER_SUBMIT, "submitted as {} ({})", s -> {
            s.put(SUBMISSION_ID.of(321));
            throw thrown;
        });
    }

    @Test
    void anErrorGoesOnUnchangedToo() {
        StackOverflowError thrown = new StackOverflowError();

        assertThatThrownBy(() -> StageTimer.call(log, PROVIDER_SUBMIT, s -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(event()).containsEntry("error_type", "StackOverflowError");
    }

    @Test
    void aScopeIsToldOfItsFailure() {
        try (StageTimer timer = StageTimer.start(log, PROVIDER_SUBMIT, "submitted")) {
            timer.failed(new IOException("first"));
            timer.failed(new IOException("second"));
        }

        assertThat(event()).containsEntry("level", "error").containsEntry("error", "first");
    }

    @Test
    void closingAgainDoesNothing() {
        StageTimer timer = StageTimer.start(log, PROVIDER_SUBMIT);

        timer.close();
        timer.close();

        assertThat(event()).containsEntry("msg", "provider:submit");
    }

    @Test
    void theLastValueOfAFieldCounts() {
        StageTimer.run(log, PROVIDER_SUBMIT, s -> s.put(SUBMISSION_ID.of(1)).put(SUBMISSION_ID.of(2)));

        assertThat(event()).containsEntry("submission_id", 2L).doesNotContainKey("submission_id_2");
    }

    @Test
    void aDurationThatWasPutStands() {
        StageTimer.run(log, PROVIDER_SUBMIT, s -> s.put(DURATION_MS.of(77)));

        assertThat(event()).containsEntry("duration_ms", 77L).doesNotContainKey("duration_ms_2");
    }

    @Test
    void aLoggerThatThrowsCostsNeitherTheResultNorTheBlocksOwnFailure() {
        IOException thrown = new IOException("the block's own");
        ((ch.qos.logback.classic.Logger) log).getLoggerContext().addTurboFilter(new ThrowingFilter());

        assertThat(StageTimer.<String, RuntimeException>call(log, PROVIDER_SUBMIT, s -> "result"))
                .isEqualTo("result");
        assertThatThrownBy(() -> failing(thrown)).isSameAs(thrown);
    }

    @Test
    void aLoggerThatFailsWithAnErrorDoesNotCostTheResultEither() {
        ((ch.qos.logback.classic.Logger) log).getLoggerContext().addTurboFilter(ThrowingFilter.ofMissingClass());

        assertThat(StageTimer.<String, RuntimeException>call(log, PROVIDER_SUBMIT, s -> "result"))
                .isEqualTo("result");
    }

    private Map<String, Object> event() {
        assertThat(logged.events()).hasSize(1);
        return logged.events().get(0);
    }
}
