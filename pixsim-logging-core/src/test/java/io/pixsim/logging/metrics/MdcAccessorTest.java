package io.pixsim.logging.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class MdcAccessorTest {

    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        pool.shutdownNow();
        MDC.clear();
    }

    @Test
    void aSnapshotOfMicrometerCarriesTheContextAndLeavesNothingBehind() throws Exception {
        pool.submit(() -> MDC.put("user_id", "7")).get(30, TimeUnit.SECONDS);
        ContextSnapshot snapshot;
        try (var job = LogContext.job(123)) {
            snapshot = ContextSnapshotFactory.builder().build().captureAll();
        }

        Future<String> within = pool.submit(() -> {
            try (ContextSnapshot.Scope scope = snapshot.setThreadLocals()) {
                return MDC.get("job_id") + " " + MDC.get("user_id");
            }
        });

        assertThat(within.get(30, TimeUnit.SECONDS)).isEqualTo("123 null");
        Future<Map<String, String>> after = pool.submit(MDC::getCopyOfContextMap);
        assertThat(after.get(30, TimeUnit.SECONDS)).containsOnly(Map.entry("user_id", "7"));
    }

    @Test
    void aThreadWithoutContextHasNoneToCarry() {
        assertThat(new MdcAccessor().getValue()).isNull();
    }
}
