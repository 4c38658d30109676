package io.pixsim.logging.context;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.CONTENT_FLAGS;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Fields.PROVIDER_ID;
import static io.pixsim.logging.catalog.Fields.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.context.LogContext.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {

    @BeforeEach
    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void aJobIsBoundUntilItsScopeCloses() {
        try (Scope job = LogContext.job(123, "text_to_video", "pixverse")) {
            assertThat(mdc())
                    .containsOnly(
                            entry("job_id", "123"),
                            entry("operation_type", "text_to_video"),
                            entry("provider_id", "pixverse"));
        }

        assertThat(mdc()).isEmpty();
    }

    @Test
    void eachKindOfScopeBindsItsFields() {
        try (Scope job = LogContext.job("job-abc123", "image_to_video", "sora");
                Scope artifact = LogContext.artifact(456, 321);
                Scope request = LogContext.request("r-1")) {
            assertThat(mdc())
                    .containsOnly(
                            entry("job_id", "job-abc123"),
                            entry("operation_type", "image_to_video"),
                            entry("provider_id", "sora"),
                            entry("artifact_id", "456"),
                            entry("submission_id", "321"),
                            entry("request_id", "r-1"));
        }
    }

    @Test
    void theShortFormsBindTheIdAlone() {
        try (Scope number = LogContext.job(7);
                Scope artifact = LogContext.artifact(8)) {
            assertThat(mdc()).containsOnly(entry("job_id", "7"), entry("artifact_id", "8"));
        }
        try (Scope text = LogContext.job("job-7")) {
            assertThat(mdc()).containsOnly(entry("job_id", "job-7"));
        }
    }

    @Test
    void anInnerScopeShadowsAndItsCloseUncovers() {
        try (Scope outer = LogContext.job(1, "text_to_video", "pixverse")) {
            try (Scope inner = LogContext.with(JOB_ID.of(2), ATTEMPT.of(0))) {
                assertThat(mdc()).containsEntry("job_id", "2").containsEntry("attempt", "0");
                assertThat(mdc()).containsEntry("provider_id", "pixverse");
            }
            assertThat(mdc()).containsEntry("job_id", "1").doesNotContainKey("attempt");
        }
    }

    @Test
    void whatPlainMdcBoundIsShadowedAndPutBackTheSame() {
        MDC.put("job_id", "plain");
        MDC.put("color", "blue");

        try (Scope job = LogContext.job(1)) {
            assertThat(mdc()).containsOnly(entry("job_id", "1"), entry("color", "blue"));
        }

        assertThat(mdc()).containsOnly(entry("job_id", "plain"), entry("color", "blue"));
    }

    @Test
    void whatPlainMdcBindsUnderAnotherNameOutlivesTheScope() {
        try (Scope job = LogContext.job(1)) {
            MDC.put("color", "blue");
            MDC.put("job_id", "overwritten");
        }

        assertThat(mdc()).containsOnly(entry("color", "blue"));
    }

    @Test
    void aNullHidesWhatAnOuterScopeBound() {
        try (Scope outer = LogContext.job(1, null, "pixverse")) {
            assertThat(mdc()).doesNotContainKey("operation_type");
            try (Scope inner = LogContext.with(PROVIDER_ID.of(null))) {
                assertThat(mdc()).containsOnly(entry("job_id", "1"));
            }
            assertThat(mdc()).containsEntry("provider_id", "pixverse");
        }
    }

    @Test
    void ofANameGivenTwiceTheLastCountsAndTheFirstIsNotLeftBehind() {
        MDC.put("job_id", "before");

        try (Scope scope = LogContext.with(JOB_ID.of(1), JOB_ID.of(2))) {
            assertThat(mdc()).containsEntry("job_id", "2");
        }

        assertThat(mdc()).containsOnly(entry("job_id", "before"));
    }

    @Test
    void nothingBoundIsNothingToPutBack() {
        try (Scope nothing = LogContext.with()) {
            assertThat(mdc()).isEmpty();
        }
    }

    @Test
    void closingTwiceDoesNothingTheSecondTime() {
        Scope scope = LogContext.job(1);
        scope.close();
        MDC.put("job_id", "later");

        scope.close();

        assertThat(mdc()).containsOnly(entry("job_id", "later"));
    }

    @Test
    void anotherThreadCannotCloseAndTheOwnerStillCan() throws InterruptedException {
        Scope scope = LogContext.job(1);
        Thread stranger = new Thread(() -> {
            MDC.put("job_id", "stranger");
            scope.close();
            assertThat(mdc()).containsOnly(entry("job_id", "stranger"));
        });
        Failures failures = Failures.of(stranger);
        stranger.start();
        stranger.join();

        failures.assertNone();
        assertThat(mdc()).containsOnly(entry("job_id", "1"));
        scope.close();
        assertThat(mdc()).isEmpty();
    }

    @Test
    void anotherThreadSeesNothingOfAScope() throws InterruptedException {
        try (Scope scope = LogContext.job(1)) {
            Thread stranger = new Thread(() -> assertThat(mdc()).isEmpty());
            Failures failures = Failures.of(stranger);
            stranger.start();
            stranger.join();

            failures.assertNone();
        }
    }

    @Test
    void scopesClosedOutOfOrderLeaveNothingBehind() {
        Scope outer = LogContext.job(1);
        Scope inner = LogContext.with(JOB_ID.of(2), USER_ID.of(9));

        outer.close();
        assertThat(mdc()).containsOnly(entry("user_id", "9"));
        inner.close();

        assertThat(mdc()).isEmpty();
    }

    @Test
    void aScopeThatIsNeverClosedDoesNotOutliveTheOneAroundIt() {
        MDC.put("job_id", "before");
        try (Scope outer = LogContext.job(1)) {
            Scope forgotten = LogContext.job(2);
            assertThat(forgotten).isNotNull();
        }

        assertThat(mdc()).containsOnly(entry("job_id", "before"));
    }

    @Test
    void manyScopesThatAreNeverClosedHinderNoLaterOne() {
        for (int i = 0; i < 1_000; i++) {
            Scope forgotten = LogContext.job(i);
            assertThat(forgotten).isNotNull();
        }

        try (Scope job = LogContext.job("mine")) {
            assertThat(mdc()).containsEntry("job_id", "mine");
        }

        assertThat(mdc()).containsEntry("job_id", "999");
    }

    @Test
    void aValueThatCannotTellItsTextSaysSo() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("lazy");
            }
        };

        try (Scope scope = LogContext.with(CONTENT_FLAGS.of(broken))) {
            assertThat(mdc()).containsEntry("content_flags", "[toString threw IllegalStateException]");
        }
    }

    @Test
    void ofAnOptionalWhatIsInItIsBound() {
        try (var job = LogContext.job(1)) {
            try (var other = LogContext.with(
                    Field.any("job_id", "").of(Optional.of(123)),
                    Field.any("seed", "").of(OptionalLong.of(42)))) {
                assertThat(mdc()).containsOnly(entry("job_id", "123"), entry("seed", "42"));
            }
            try (var none = LogContext.with(Field.any("job_id", "").of(Optional.empty()))) {
                assertThat(mdc()).isEmpty();
            }
        }
    }

    @Test
    void aValueThatFailsWithAnErrorLeavesNothingBoundHalf() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new AssertionError("broken");
            }
        };

        try (Scope scope = LogContext.with(JOB_ID.of(1), CONTENT_FLAGS.of(broken))) {
            assertThat(mdc())
                    .containsOnly(entry("job_id", "1"), entry("content_flags", "[toString threw AssertionError]"));
        }

        assertThat(mdc()).isEmpty();
    }

    private static Map<String, String> mdc() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        return copy == null ? Map.of() : copy;
    }

    @Test
    void ofAValueThatHoldsOthersOnlyTheTypeIsBound() {
        try (var scope = LogContext.with(Field.any("params", "").of(Map.of("password", "hidden")))) {
            assertThat(MDC.get("params"))
                    .isEqualTo("[" + Map.of("a", "b").getClass().getSimpleName() + "]");
        }
    }

    @Test
    void aFieldThatIsNotThereIsNoneAndTheOthersAreBound() {
        try (var scope = LogContext.with(Fields.JOB_ID.of(7), null)) {
            assertThat(MDC.get("job_id")).isEqualTo("7");
        }
        assertThat(MDC.get("job_id")).isNull();
    }
}
