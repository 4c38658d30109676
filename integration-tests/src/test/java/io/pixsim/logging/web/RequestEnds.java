package io.pixsim.logging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.pixsim.logging.journeys.Patience;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import org.slf4j.MDC;

/** The events at the ends of requests. */
final class RequestEnds {

    private RequestEnds() {}

    /** The event comes a moment after the answer. */
    static CapturedEvent end(CapturedLogs logs) {
        Patience.await()
                .until(() -> logs.snapshot().events().stream()
                        .anyMatch(event -> event.fields().containsKey("duration_ms")));
        List<CapturedEvent> ends = logs.events().stream()
                .filter(event -> event.fields().containsKey("duration_ms"))
                .toList();
        assertThat(ends).hasSize(1);
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
        return ends.get(0);
    }

    static void assertAnswer(CapturedEvent end, int status, Long size) {
        Map<String, Object> fields = end.fields();
        assertThat(((Number) fields.get("status")).intValue()).isEqualTo(status);
        assertThat(fields.get("response_size") instanceof Number n ? n.longValue() : null)
                .isEqualTo(size);
    }
}
