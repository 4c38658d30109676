package io.pixsim.logging.test.assertj;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_STATUS;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static io.pixsim.logging.test.assertj.Failing.failing;
import static io.pixsim.logging.test.assertj.LogAssertions.assertThat;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedLogs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@CaptureLogs
class CapturedLogsAssertTest {

    private static final Logger LOG = LoggerFactory.getLogger("worker");
    private static final String EVENTS = String.format("4 captured events:%n"
            + "   1. INFO     pipeline:start \"started\" job_id=123%n"
            + "   2. INFO     provider:submit \"submitted\" job_id=123 attempt=0%n"
            + "   3. WARNING  provider:submit \"submitted again\" job_id=123 attempt=1%n"
            + "   4. INFO     provider:complete \"done\" job_id=job-abc");

    @BeforeEach
    void logAJob() {
        LOG.info(PIPELINE_START, "started", JOB_ID.of(123));
        LOG.info(PROVIDER_SUBMIT, "submitted", JOB_ID.of(123), ATTEMPT.of(0));
        LOG.warn(PROVIDER_SUBMIT, "submitted again", JOB_ID.of(123), ATTEMPT.of(1));
        LOG.info(PROVIDER_COMPLETE, "done", JOB_ID.of("job-abc"));
    }

    @Test
    void hasEventFindsAStageAMessageAndBoth(CapturedLogs logs) {
        assertThat(logs).hasEvent(PIPELINE_START).hasEvent("submitted again").hasEvent(PROVIDER_SUBMIT, "submitted");
    }

    @Test
    void hasEventFailsWhenTheStageIsMissing(CapturedLogs logs) {
        failing(() -> assertThat(logs).hasEvent(PROVIDER_ERROR))
                .hasMessage(String.format(
                        "%nExpected an event at stage provider:error, but there is none"
                                + "%n  nearest:  2. stage is provider:submit"
                                + "%n  nearest:  3. stage is provider:submit"
                                + "%n  nearest:  4. stage is provider:complete%nin %s",
                        EVENTS));
    }

    @Test
    void hasEventFailsWhenNothingSaysTheWholeMessage(CapturedLogs logs) {
        failing(() -> assertThat(logs).hasEvent("submit"))
                .hasMessageContaining(
                        String.format(
                                "Expected an event that says \"submit\", but there is none%n  nearest:  2. says \"submitted\"%nin "))
                .hasMessageContaining(EVENTS);
    }

    @Test
    void hasEventTellsWhatWasSaidAtTheStageInstead(CapturedLogs logs) {
        failing(() -> assertThat(logs).hasEvent(PROVIDER_SUBMIT, "sent"))
                .hasMessageContaining(
                        String.format("Expected an event at stage provider:submit that says \"sent\", but there is none"
                                + "%n  nearest:  2. says \"submitted\""
                                + "%n  nearest:  3. says \"submitted again\""));
    }

    @Test
    void hasEventLooksAtFieldsToo(CapturedLogs logs) {
        assertThat(logs)
                .hasEvent(PROVIDER_SUBMIT, "submitted again", ATTEMPT.of(1))
                .hasEvent(PROVIDER_SUBMIT, ATTEMPT.of(0), JOB_ID.of(123))
                .hasEvent("done", JOB_ID.of("job-abc"));
        failing(() -> assertThat(logs).hasEvent(PROVIDER_SUBMIT, "submitted", ATTEMPT.of(7)))
                .hasMessageContaining(String.format(
                        "Expected an event at stage provider:submit that says \"submitted\" with attempt=7, but there is"
                                + " none%n  nearest:  2. attempt is 0"
                                + "%n  nearest:  3. says \"submitted again\", attempt is 1%nin "));
    }

    @Test
    void whatIsNothingLikeItIsNotShownAsNear(CapturedLogs logs) {
        failing(() -> assertThat(logs).hasEvent("wxyz"))
                .hasMessageContaining("but there is none" + System.lineSeparator() + "in 4 captured");
    }

    @Test
    void hasEventTellsWhereItWasSaidInstead(CapturedLogs logs) {
        failing(() -> assertThat(logs).hasEvent(PROVIDER_ERROR, "done"))
                .hasMessageContaining(String.format("but there is none%n  nearest:  4. stage is provider:complete%n"));
    }

    @Test
    void jobNarrowsToItsEventsByNumberAndByText(CapturedLogs logs) {
        assertThat(logs).job(123).hasSize(3);
        assertThat(logs).job("123").hasSize(3);
        assertThat(logs).job("job-abc").hasSize(1);
    }

    @Test
    void aFailureBehindJobShowsOnlyItsEvents(CapturedLogs logs) {
        failing(() -> assertThat(logs).job("job-abc").hasEvent(PIPELINE_START))
                .hasMessageContaining(
                        String.format("1 captured event of job job-abc:%n   1. INFO     provider:complete"))
                .hasMessageNotContaining("submitted");
    }

    @Test
    void stageAndLevelNarrowToo(CapturedLogs logs) {
        assertThat(logs).stage(PROVIDER_SUBMIT).level(Severity.WARNING).hasSize(1);
        failing(() -> assertThat(logs)
                        .stage(PROVIDER_SUBMIT)
                        .level(Severity.ERROR)
                        .hasSize(1))
                .hasMessageContaining("Expected one event here, but there are 0 in")
                .hasMessageContaining("0 captured events at stage provider:submit of level ERROR");
    }

    @Test
    void fieldNarrowsToo(CapturedLogs logs) {
        assertThat(logs).field(ATTEMPT.of(1)).hasSize(1).hasEvent("submitted again");
        assertThat(logs).field("job_id", 123).field("attempt", 0).hasSize(1);
        failing(() -> assertThat(logs).field(ATTEMPT.of(2)).hasEvent(PROVIDER_SUBMIT))
                .hasMessageContaining("0 captured events with attempt=2");
    }

    @Test
    void aDescriptionSurvivesNarrowing(CapturedLogs logs) {
        failing(() -> assertThat(logs).as("the second job").job("job-abc").hasSize(2))
                .hasMessageContaining("[the second job]");
    }

    @Test
    void hasFieldFindsAValueInAnyEvent(CapturedLogs logs) {
        assertThat(logs).hasField("attempt", 1).hasField(ATTEMPT.of(0)).hasField(JOB_ID.of("job-abc"));
    }

    @Test
    void hasFieldTellsTheValuesThereAre(CapturedLogs logs) {
        failing(() -> assertThat(logs).hasField(ATTEMPT.of(2)))
                .hasMessageContaining(String.format("Expected an event with attempt=2, but there is none"
                        + "%n  nearest:  2. attempt is 0%n  nearest:  3. attempt is 1%nin "))
                .hasMessageContaining(EVENTS);
    }

    @Test
    void hasFieldTellsWhenNoEventHasIt(CapturedLogs logs) {
        failing(() -> assertThat(logs).hasField("colour", "red"))
                .hasMessageContaining(String.format("with colour=red, but there is none%nin 4 captured events"));
    }

    @Test
    void onceIsExactlyOnce(CapturedLogs logs) {
        assertThat(logs).once(PIPELINE_START).once("done");
        failing(() -> assertThat(logs).once(PROVIDER_SUBMIT))
                .hasMessageContaining(
                        String.format("Expected one event at stage provider:submit, but there are 2%nin %s", EVENTS));
        failing(() -> assertThat(logs).once(PROVIDER_ERROR))
                .hasMessageContaining(String.format("but there are 0%n  nearest:  2. stage is provider:submit"));
        failing(() -> assertThat(logs).once("wxyz"))
                .hasMessageContaining(String.format("Expected one event that says \"wxyz\", but there are 0%nin "));
    }

    @Test
    void neverIsNotEvenOnce(CapturedLogs logs) {
        assertThat(logs).never(PROVIDER_ERROR).never("never said");
        failing(() -> assertThat(logs).never(PROVIDER_SUBMIT))
                .hasMessageContaining(
                        String.format("Expected no event at stage provider:submit, but there are 2%nin %s", EVENTS));
        failing(() -> assertThat(logs).never("done"))
                .hasMessageContaining(String.format("Expected no event that says \"done\", but there are 1%nin "));
    }

    @Test
    void hasSizeCounts(CapturedLogs logs) {
        assertThat(logs).hasSize(4);
        failing(() -> assertThat(logs).hasSize(5))
                .hasMessageContaining("Expected 5 events here, but there are 4 in")
                .hasMessageContaining(EVENTS);
    }

    @Test
    void followedLetsOthersStandBetween(CapturedLogs logs) {
        assertThat(logs)
                .followed(PIPELINE_START, PROVIDER_COMPLETE)
                .followed(PROVIDER_SUBMIT, PROVIDER_SUBMIT)
                .followed();
    }

    @Test
    void followedTellsTheStageThatIsMissing(CapturedLogs logs) {
        failing(() -> assertThat(logs).followed(PIPELINE_START, PROVIDER_STATUS, PROVIDER_COMPLETE))
                .hasMessage(String.format(
                        "%nExpected the stages [pipeline:start, provider:status, provider:complete] in this order, but"
                                + " provider:status is missing:%n%s",
                        EVENTS));
    }

    @Test
    void followedTellsTheStageThatCameTooEarly(CapturedLogs logs) {
        failing(() -> assertThat(logs).followed(PROVIDER_SUBMIT, PIPELINE_START))
                .hasMessageContaining("but pipeline:start does not come after event 2, only as event 1:");
    }

    @Test
    void followedNeedsAnEventForEachStage(CapturedLogs logs) {
        failing(() -> assertThat(logs).followed(PIPELINE_START, PIPELINE_START))
                .hasMessageContaining("but pipeline:start does not come after event 1, only as event 1:");
    }

    @Test
    void inOrderComparesMessages(CapturedLogs logs) {
        assertThat(logs).inOrder("started", "submitted again", "done");
        failing(() -> assertThat(logs).inOrder("done", "started"))
                .hasMessageContaining("Expected the messages [done, started] in this order, but started does not come"
                        + " after event 4, only as event 1:")
                .hasMessageContaining(EVENTS);
    }

    @Test
    void whatIsLoggedLaterDoesNotCount(CapturedLogs logs) {
        CapturedLogsAssert assertion = assertThat(logs);

        LOG.info("later");

        assertion.never("later");
    }
}
