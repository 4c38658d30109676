package io.pixsim.logging.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class JobScopesTest {

    private final List<String> ended = new ArrayList<>();
    private final Consumer<String> listener = ended::add;

    @BeforeEach
    void listen() {
        JobScopes.listen(listener);
    }

    @AfterEach
    void forget() {
        JobScopes.forget(listener);
        JobScopes.over("123");
        MDC.clear();
    }

    @Test
    void aJobWhoseContextIsTakenAlongIsHandedOnUntilItIsOver() {
        try (var job = LogContext.job(123)) {
            ContextSnapshot.capture();
        }
        assertThat(ended).containsExactly("123");
        assertThat(JobScopes.isHandedOn("123")).isTrue();

        JobScopes.over("123");
        assertThat(JobScopes.isHandedOn("123")).isFalse();
    }

    @Test
    void aJobThatIsOverIsNotRememberedAgain() {
        MDC.put("job_id", "123");

        ContextSnapshot.capture();

        assertThat(JobScopes.isHandedOn("123")).isFalse();
    }

    @Test
    void aJobThatOnlyTheMdcBindsDoesNotEndWithATaskThatHasItsContext() {
        MDC.put("job_id", "123");

        LogContext.wrap(() -> {}).run();

        assertThat(ended).isEmpty();
    }

    @Test
    void aJobThatWasHandedOnEndsWithTheTaskThatHasItsContext() {
        Runnable task;
        try (var job = LogContext.job(123)) {
            task = LogContext.wrap(() -> {});
        }
        ended.clear();

        task.run();

        assertThat(ended).containsExactly("123");
    }

    @Test
    void aTaskThatIsAwaitedTakesNothingAlong() {
        try (var job = LogContext.job(123)) {
            ContextSnapshot.captureForAwaited();
        }

        assertThat(JobScopes.isHandedOn("123")).isFalse();
    }
}
