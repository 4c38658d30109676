package io.pixsim.logging.test;

import static io.pixsim.logging.LevelScope.forJob;
import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_STATUS;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static io.pixsim.logging.test.assertj.LogAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;

import io.pixsim.logging.GateOptions;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.StageTimer;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.testing.TestScope;
import io.pixsim.logging.web.LoggedRequest;
import io.pixsim.logging.web.RequestLog;
import io.pixsim.logging.web.client.CallLog;
import io.pixsim.logging.web.client.LoggedCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One clock for all of the library that goes by time. */
class ManualClockTest {

    private static final Logger LOG = LoggerFactory.getLogger("clock");

    @Test
    void timeStandsStillUntilItIsMoved() {
        ManualClock clock = ManualClock.create();
        Instant instant = clock.instant();
        long nanos = clock.nanoTime();

        clock.advance(Duration.ofSeconds(3));

        assertThat(clock.instant()).isEqualTo(instant.plusSeconds(3));
        assertThat(clock.nanoTime() - nanos).isEqualTo(3_000_000_000L);
        assertThat(clock.getAsLong()).isEqualTo(clock.nanoTime());
    }

    @Test
    void noTimePassesWhenTheTimeOfDayIsSet() {
        ManualClock clock = ManualClock.create();
        long nanos = clock.nanoTime();

        clock.set(Instant.EPOCH);

        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        assertThat(clock.nanoTime()).isEqualTo(nanos);
    }

    @Test
    void inAnotherZoneItIsTheSameClock() {
        ManualClock clock = ManualClock.create();
        Clock elsewhere = clock.withZone(ZoneId.of("Asia/Tokyo"));

        clock.advance(Duration.ofDays(1));

        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatThrownBy(() -> ManualClock.create().advance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time < 0: PT-0.000000001S");
    }

    @Nested
    @CaptureLogs
    class Timers {

        @Test
        void aStageTakesTheTimeThatTheTestLetsPass(CapturedLogs logs, ManualClock clock) {
            StageTimer.run(LOG, PROVIDER_SUBMIT, s -> clock.advance(Duration.ofSeconds(90)));

            assertThat(logs).stage(PROVIDER_SUBMIT).hasField(DURATION_MS.of(90_000));
        }

        @Test
        void aRequestDoesToo(CapturedLogs logs, ManualClock clock) {
            LoggedRequest request = RequestLog.of(LOG).begin("GET", "/jobs", null, name -> null);
            clock.advance(Duration.ofMillis(250));
            request.status(200).complete();

            assertThat(logs).hasField(DURATION_MS.of(250));
        }

        @Test
        void aCallDoesToo(CapturedLogs logs, ManualClock clock) {
            LoggedCall call =
                    CallLog.builder(LOG).build().begin("GET", URI.create("http://localhost/jobs"), name -> null);
            clock.advance(Duration.ofMillis(40));
            call.failed(new IOException("reset"));
            call.complete();

            assertThat(logs).hasField(DURATION_MS.of(40));
        }

        @Test
        void whoTakesNoClockHasTheSystemsTime(CapturedLogs logs) {
            StageTimer.run(LOG, PROVIDER_SUBMIT, s -> {
                long before = System.nanoTime();
                while (System.nanoTime() - before < 2_000_000) {
                    Thread.onSpinWait();
                }
            });

            assertThat((Long) logs.events().get(0).field(DURATION_MS)).isBetween(1L, 600_000L);
        }
    }

    @Nested
    @CaptureLogs
    class OfTheGate {

        @Test
        void aRateIsLimitedWithinASecond(CapturedLogs logs, ManualClock clock) {
            configure(GateOptions.builder().rateLimit(2));
            say("tick", 5);
            clock.advance(Duration.ofSeconds(1));
            say("tick", 5);

            assertThat(logs.withMessage("tick").events()).hasSize(4);
        }

        @Test
        void anEventIsADuplicateWhileTheWindowLasts(CapturedLogs logs, ManualClock clock) {
            configure(GateOptions.builder().collapseDuplicates(Duration.ofSeconds(5)));
            Instant first = clock.instant();
            say("busy", 3);
            clock.advance(Duration.ofSeconds(6));
            say("busy", 1);

            assertThat(logs.withMessage("busy").events()).hasSize(2);
            assertThat(logs).field("repeated", "busy").hasField("suppressed", 2).hasField("first", first.toString());
        }

        @Test
        void theTimeThatWasPolledIsTold(CapturedLogs logs, ManualClock clock) {
            configure(GateOptions.builder().collapsePolling(true));
            poll(20);
            clock.advance(Duration.ofMinutes(5));
            LOG.info(PROVIDER_COMPLETE, "rendered", JOB_ID.of(7));

            assertThat(logs).hasEvent("polling ended", DURATION_MS.of(300_000));
        }

        @Test
        void aLevelOfAJobExpires(CapturedLogs logs, ManualClock clock) {
            configure(GateOptions.builder());
            Logging.level(forJob(123), Severity.DEBUG, Duration.ofMinutes(10));

            LOG.debug("first", JOB_ID.of(123));
            clock.advance(Duration.ofMinutes(10));
            LOG.debug("second", JOB_ID.of(123));

            assertThat(logs).hasEvent("first").never("second");
        }

        private static void configure(GateOptions.Builder gate) {
            Logging.configure(
                    LoggingOptions.forService("worker").gate(gate.build()).build());
        }

        private static void say(String message, int times) {
            Stream.generate(() -> message).limit(times).forEach(said -> LOG.info(said, JOB_ID.of(7)));
        }

        private static void poll(int times) {
            for (int i = 0; i < times; i++) {
                LOG.info(PROVIDER_STATUS, "queued", JOB_ID.of(7));
            }
        }
    }

    @Nested
    class OfAFrontDoor {

        @Test
        void thatWasOpenBeforeTheTestOnlyWhatTheTestMakesGoesByTheClock() {
            assertThat(Engine.failures(Engine.run(OpenBeforeTheTest.class))).isEmpty();
        }

        @Test
        void thatIsOpenedForTheTestAllGoesByTheClock() {
            assertThat(Engine.failures(Engine.run(OpenForTheTest.class))).isEmpty();
        }
    }

    static class OpenBeforeTheTest {

        private static LogbackState before;

        @BeforeAll
        static void open() {
            before = LogbackState.of(LogCapture.logback());
            Logging.configure("worker");
        }

        @AfterAll
        static void shut() {
            Logging.shutdown(Duration.ofSeconds(2));
            before.restore();
        }

        @Test
        @CaptureLogs(level = Severity.INFO)
        void itsLevelsDoNotExpireByTheClock(CapturedLogs logs, ManualClock clock) {
            Logging.level(forJob(123), Severity.DEBUG, Duration.ofMinutes(10));
            clock.advance(Duration.ofMinutes(10));
            LOG.debug("still shown", JOB_ID.of(123));
            LOG.debug("never shown", JOB_ID.of(7));

            assertThat(logs).hasEvent("still shown").never("never shown");
        }

        @Test
        @CaptureLogs
        void aStageIsTimedByTheClock(CapturedLogs logs, ManualClock clock) {
            StageTimer.run(LOG, PROVIDER_SUBMIT, s -> clock.advance(Duration.ofSeconds(90)));

            assertThat(logs).stage(PROVIDER_SUBMIT).hasField(DURATION_MS.of(90_000));
        }
    }

    static class OpenForTheTest {

        @BeforeEach
        void open(ManualClock clock) {
            Logging.configure("worker");
        }

        @Test
        @CaptureLogs
        void itsLevelsExpireByTheClock(CapturedLogs logs, ManualClock clock) {
            Logging.level(forJob(123), Severity.DEBUG, Duration.ofMinutes(10));
            LOG.debug("shown", JOB_ID.of(123));
            clock.advance(Duration.ofMinutes(10));
            LOG.debug("hidden again", JOB_ID.of(123));

            assertThat(logs).hasEvent("shown").never("hidden again");
        }
    }

    @Test
    void eachCaptureHasAClockOfItsOwnAndItEndsWithIt() {
        ManualClock first;
        try (LogCapture capture = LogCapture.start()) {
            first = capture.clock();

            assertThat(capture.clock()).isSameAs(first);
            assertThat(TestScope.currentNanoClock()).isSameAs(first);
        }
        try (LogCapture capture = LogCapture.start()) {
            assertThat(capture.clock()).isNotSameAs(first);
        }
        assertThat(TestScope.isTimeManual()).isFalse();
    }
}
