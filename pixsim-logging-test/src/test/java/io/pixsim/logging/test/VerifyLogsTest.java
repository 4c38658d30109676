package io.pixsim.logging.test;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.RetryDecision;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.IntegerField;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.catalog.TextField;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.test.canary.Canaries;
import io.pixsim.logging.test.canary.PlantCanaries;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

class VerifyLogsTest {

    private static final IntegerField SCENE = Field.integer("scene", "Which scene");
    private static final IntegerField SCENE_2 = Field.integer("scene_2", "The scene behind it");
    private static final TextField TAKE = Field.text("take", "Which take");
    private static final TextField TAKE_2 = Field.text("take_2", "Another take");
    private static final Logger LOG = LoggerFactory.getLogger("verified");

    @Test
    void whatKeepsToTheRulesPasses() {
        assertThat(Engine.failures(Engine.run(Right.class))).isEmpty();
        assertThat(Engine.succeeded(Engine.run(Right.class))).isEqualTo(6);
    }

    @VerifyLogs(stages = "video:compose")
    static class Right {

        @Test
        void aJobThatIsRetried(Canaries canaries) {
            try (var job = LogContext.job(123)) {
                LOG.info(PIPELINE_START, "started");
                LOG.atInfo().addKeyValue("api_key", canaries.secret("the key")).log("authorized");
                LOG.warn(PROVIDER_ERROR, "busy", ATTEMPT.of(0));
                RetryDecision.retry("busy", 0, Duration.ofSeconds(1)).log(LOG);
                LOG.info(PROVIDER_SUBMIT, "submitted", ATTEMPT.of(1));
                LOG.info(PROVIDER_COMPLETE, "done", ATTEMPT.of(1));
            }
        }

        @Test
        void aJobThatTheProviderHas() {
            try (var job = LogContext.job("job-abc")) {
                LOG.info(PIPELINE_START, "started");
                LOG.info(PROVIDER_SUBMIT, "submitted", ATTEMPT.of(0));
            }
        }

        @Test
        void aStageOfTheProgramsOwn(CapturedLogs logs) {
            LOG.info(Stage.of("video:compose"), "composed");

            assertThat(logs.events()).hasSize(1);
        }

        @Test
        void namesOfTheProgramsOwnThatEndWithANumber() {
            LOG.atInfo().addKeyValue("scene", 1).addKeyValue("scene_2", 2).log("rendered");
            LOG.info("rendered", SCENE.of(1), SCENE_2.of(2));
            LOG.atInfo().addKeyValue("extra", Map.of("shot", 1, "shot_2", 2)).log("rendered");
            try (var takes = LogContext.with(TAKE.of("a"), TAKE_2.of("b"))) {
                LOG.info("rendered");
            }
        }

        @Test
        @VerifyLogs(wholeJobs = false)
        void aPartOfAJob() {
            try (var job = LogContext.job(1)) {
                LOG.info(PIPELINE_START, "started");
            }
        }

        @Nested
        @CaptureLogs(level = io.pixsim.logging.catalog.Severity.WARNING)
        class WithALevelOfItsOwn {

            @Test
            void hidesWhatItHides(CapturedLogs logs) {
                LOG.info(Stage.of("video:unknown"), "hidden");

                assertThat(logs.events()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknownStage -> event 1: stage provider:sumbit is not in the catalog; a stage of your own is to be named in @VerifyLogs(stages = …)",
                "wrongType -> event 1: attempt is to be a whole number: first",
                "takenName -> event 1: msg clashes with a name that is taken, and stands under msg_raw",
                "nameGivenTwice -> event 1: scene is given more than once, and stands under scene_2, too",
                "nameGivenTwiceBesideItsNumber -> event 1: scene_2 is given more than once, and stands under scene_2_2, too",
                "nameGivenAmongNumbersOfItsOwn -> event 1: scene is given more than once, and stands under scene_10, too",
                "twoKinds -> event 2: scene clashes: it holds text here, and a number in another event",
                "repaired -> event 1: could not be written as it was: [",
                "noOutcome -> job 7: ended without provider:complete or provider:error",
                "retryWithoutDecision -> job 7: a retry without retry:decision",
                "attemptDoesNotGrow -> job 7: a retry whose attempt did not grow",
                "leaks -> captured events, field note of line 1: the canary planted as the provider's key"
            })
    void whatBreaksARuleFailsTheTestAndIsNamed(String breach) {
        List<String> methodAndProblem = List.of(breach.split(" -> "));

        assertThat(Engine.failures(Engine.run(Wrong.class, methodAndProblem.get(0))))
                .as(methodAndProblem.get(0))
                .singleElement()
                .asString()
                .startsWith("java.lang.AssertionError: 1 problem in what was logged:")
                .contains(methodAndProblem.get(1), "captured event");
    }

    @VerifyLogs
    static class Wrong {

        private Canaries canaries;

        @org.junit.jupiter.api.BeforeEach
        void take(Canaries canaries) {
            this.canaries = canaries;
        }

        @Test
        void unknownStage() {
            LOG.info(Stage.of("provider:sumbit"), "submitted");
        }

        @Test
        void wrongType() {
            LOG.atInfo().addKeyValue("attempt", "first").log("submitted");
        }

        @Test
        void takenName() {
            LOG.atInfo().addKeyValue("msg", "another").log("submitted");
        }

        @Test
        void nameGivenTwice() {
            LOG.atInfo().addKeyValue("scene", 1).addKeyValue("scene", 2).log("rendered");
        }

        @Test
        void nameGivenTwiceBesideItsNumber() {
            LOG.atInfo()
                    .addKeyValue("scene_2", 1)
                    .addKeyValue("scene_2", 2)
                    .addKeyValue("scene", 3)
                    .log("rendered");
        }

        @Test
        void nameGivenAmongNumbersOfItsOwn() {
            LoggingEventBuilder event = LOG.atInfo().addKeyValue("scene", 1);
            for (int i = 2; i < 10; i++) {
                event = event.addKeyValue("scene_" + i, i);
            }
            event.addKeyValue("scene", 10).log("rendered");
        }

        @Test
        void twoKinds() {
            LOG.atInfo().addKeyValue("scene", 1).log("rendered");
            LOG.atInfo().addKeyValue("scene", "intro").log("rendered");
        }

        @Test
        void repaired() {
            LOG.atInfo().addKeyValue("scene", Double.NaN).log("rendered");
        }

        @Test
        void noOutcome() {
            ofJob(() -> LOG.info(PIPELINE_START, "started"));
        }

        @Test
        void retryWithoutDecision() {
            ofJob(() -> {
                LOG.warn(PROVIDER_ERROR, "busy", ATTEMPT.of(0));
                LOG.info(PROVIDER_SUBMIT, "submitted", ATTEMPT.of(1));
            });
        }

        @Test
        void attemptDoesNotGrow() {
            ofJob(() -> {
                LOG.warn(PROVIDER_ERROR, "busy", ATTEMPT.of(0));
                RetryDecision.retry("busy", 0, Duration.ofSeconds(1)).log(LOG);
                LOG.info(PROVIDER_SUBMIT, "submitted", ATTEMPT.of(0));
            });
        }

        @Test
        void leaks() {
            LOG.atInfo()
                    .addKeyValue("note", canaries.secret("the provider's key"))
                    .log("submitted");
        }

        private static void ofJob(Runnable task) {
            try (var job = LogContext.job(7)) {
                task.run();
            }
        }
    }

    @Test
    void aTestThatFailedSaysWhyItselfAndNotWhatWasLogged() {
        assertThat(Engine.failures(Engine.run(Failed.class))).containsExactly("java.lang.AssertionError: as planned");
    }

    @VerifyLogs
    static class Failed {

        @Test
        void failsForAnotherReason() {
            LOG.info(Stage.of("provider:sumbit"), "submitted");
            throw new AssertionError("as planned");
        }
    }

    @Test
    void canariesArePlantedAndVerifiedTogether() {
        assertThat(Engine.failures(Engine.run(Planted.class))).isEmpty();
        assertThat(Engine.failures(Engine.runInParallel(Planted.class))).isEmpty();
    }

    static class Planted {

        @Test
        @VerifyLogs
        @PlantCanaries
        void bothInOneTest(Canaries canaries, CapturedLogs logs) {
            LOG.atInfo().addKeyValue("api_key", canaries.secret("the key")).log("authorized");

            assertThat(logs.events()).hasSize(1);
        }
    }
}
