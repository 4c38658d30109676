package io.pixsim.logging.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs as services log them; a step is a stage, and behind a blank the attempt, {@code +} for a wait, {@code @} an artifact. */
class StageCheckTest {

    private static final String START = "pipeline:start";
    private static final String SUBMIT = "provider:submit";
    private static final String ERROR = "provider:error";
    private static final String DECISION = "retry:decision";
    private static final String COMPLETE = "provider:complete";

    @Test
    void aJobThatCompletesAtOnceAddsUp() {
        StageCheck job = after(START, "pipeline:artifact", SUBMIT + " 0", "provider:status 0", COMPLETE + " 0");

        assertThat(job.findingsAtEnd()).isEmpty();
        assertThat(job.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(job.attempts()).isOne();
    }

    @Test
    void aRetryThatWasDecidedOnAddsUp() {
        StageCheck job = after(START, SUBMIT + " 0", ERROR + " 0", DECISION + " 0 +", SUBMIT + " 1", COMPLETE + " 1");

        assertThat(job.findingsAtEnd()).isEmpty();
        assertThat(job.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(job.attempts()).isEqualTo(2);
    }

    @Test
    void anAttemptThatFailsBeforeItIsSubmittedAddsUp() {
        StageCheck job = after(ERROR + " 0", DECISION + " 0 +", ERROR + " 1", DECISION + " 1");

        assertThat(job.findingsAtEnd()).isEmpty();
        assertThat(job.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anErrorThatIsToldTwiceIsNoRetry() {
        assertThat(after(SUBMIT + " 0", ERROR + " 0", ERROR + " 0", DECISION + " 0", ERROR + " 0")
                        .findingsAtEnd())
                .isEmpty();
    }

    @Test
    void aRetryWithoutADecisionIsFound() {
        assertThat(after(SUBMIT + " 0", ERROR + " 0", SUBMIT + " 1", COMPLETE + " 1")
                        .findings())
                .containsExactly(Finding.RETRY_WITHOUT_DECISION);
        assertThat(after(ERROR + " 0", ERROR + " 1").findings()).containsExactly(Finding.RETRY_WITHOUT_DECISION);
    }

    @Test
    void anAttemptThatDidNotGrowIsFound() {
        assertThat(after(SUBMIT + " 0", ERROR + " 0", DECISION + " 0 +", SUBMIT + " 0", COMPLETE + " 0")
                        .findings())
                .containsExactly(Finding.ATTEMPT_NOT_GROWN);
        assertThat(after(ERROR + " 0", DECISION + " 0 +", ERROR + " 0").findings())
                .containsExactly(Finding.ATTEMPT_NOT_GROWN);
    }

    @Test
    void attemptsThatAreNeverToldAreNotMissed() {
        StageCheck job = after(SUBMIT, ERROR, DECISION, SUBMIT, COMPLETE);

        assertThat(job.findingsAtEnd()).isEmpty();
        assertThat(job.attempts()).isEqualTo(2);
    }

    @Test
    void anotherArtifactOfTheJobIsNoRetry() {
        assertThat(after(SUBMIT + " 0 @1", ERROR + " 0 @1", SUBMIT + " 0 @2", COMPLETE + " 0 @2")
                        .findings())
                .isEmpty();
        assertThat(after(
                                ERROR + " 0 @1",
                                DECISION + " 0 + @1",
                                SUBMIT + " 1 @1",
                                ERROR + " 0 @2",
                                DECISION + " 0 +",
                                SUBMIT + " 1 @2")
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {START, "pipeline:artifact", "provider:map_params", SUBMIT, "provider:status", DECISION})
    void aJobThatEndsAnywhereElseIsFound(String last) {
        assertThat(after(START, last).findingsAtEnd()).containsExactly(Finding.NO_OUTCOME);
        assertThat(after(START, last).findings()).isEmpty();
    }

    @Test
    void anErrorIsNoEndOfTheAttemptAfterIt() {
        StageCheck job = after(SUBMIT + " 0", ERROR + " 0", DECISION + " 0 +", SUBMIT + " 1");

        assertThat(job.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(job.findingsAtEnd()).containsExactly(Finding.NO_OUTCOME);
    }

    @Test
    void whatComesAfterCompletionLeavesItComplete() {
        assertThat(after(SUBMIT, COMPLETE, "provider:status", "pipeline:artifact")
                        .outcome())
                .isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void stagesOfYourOwnPromiseNothing() {
        assertThat(after("pipeline:skip", "render:frame").findingsAtEnd()).isEmpty();
    }

    @Test
    void aJobThatIsStartedAgainBeginsAnew() {
        assertThat(after(START, SUBMIT + " 3", ERROR + " 3", START, SUBMIT + " 0", COMPLETE + " 0")
                        .findingsAtEnd())
                .isEmpty();
    }

    @Test
    void aJobWaitsWhileTheProviderHasItOrARetryIsPutOff() {
        assertThat(after(START).isWaiting()).isFalse();
        assertThat(after(START, SUBMIT).isWaiting()).isTrue();
        assertThat(after(SUBMIT, "provider:status").isWaiting()).isTrue();
        assertThat(after(SUBMIT, ERROR, DECISION + " 0 +").isWaiting()).isTrue();
        assertThat(after(SUBMIT, ERROR, DECISION + " 0").isWaiting()).isFalse();
        assertThat(after(SUBMIT, COMPLETE).isWaiting()).isFalse();
    }

    /** Whatever is logged, a job whose every retry is decided on and counted is never found fault with. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aJobThatKeepsToTheRulesIsNeverFoundFaultWith(long seed) {
        Random random = new Random(seed);
        for (int job = 0; job < 500; job++) {
            StageCheck check = after(START);
            int last = random.nextInt(5);
            for (int attempt = 0; attempt <= last; attempt++) {
                for (String stage : List.of("provider:map_params", SUBMIT, "provider:status")) {
                    for (int times = random.nextInt(3); times > 0 && !stage.equals(SUBMIT); times--) {
                        step(check, stage + " " + attempt);
                    }
                    if (stage.equals(SUBMIT) && random.nextBoolean()) {
                        step(check, stage + " " + attempt);
                    }
                }
                if (attempt < last) {
                    step(check, ERROR + " " + attempt);
                    step(check, DECISION + " " + attempt + " +");
                }
            }
            step(check, (random.nextBoolean() ? COMPLETE : ERROR) + " " + last);

            assertThat(check.findingsAtEnd()).isEmpty();
            assertThat(check.attempts()).isEqualTo(last + 1);
        }
    }

    private static StageCheck after(String... steps) {
        StageCheck check = new StageCheck();
        for (String step : steps) {
            step(check, step);
        }
        return check;
    }

    private static void step(StageCheck check, String step) {
        List<String> words = List.of(step.split(" "));
        int attempt = words.size() > 1 && words.get(1).matches("\\d+")
                ? Integer.parseInt(words.get(1))
                : StageCheck.NO_ATTEMPT;
        String artifact =
                words.stream().filter(word -> word.startsWith("@")).findFirst().orElse(null);
        check.step(words.get(0), attempt, artifact, words.contains("+"));
    }
}
