package io.pixsim.logging.web;

import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Fields.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import io.pixsim.logging.LoggedEvents;
import io.pixsim.logging.ThrowingFilter;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.logback.GateTurboFilter;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.MDC;

class RequestLogTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private final LoggedEvents logged = new LoggedEvents();
    private final Logger log = logged.logger();
    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, String> headers = new HashMap<>();
    private RequestLog requests = RequestLog.builder(log).nanoTime(nanos::get).build();

    @AfterEach
    void nothingIsLeftBound() {
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @AfterEach
    void noFilterListensAnyMore() {
        context().getTurboFilterList().forEach(TurboFilter::stop);
    }

    @Test
    void startAndEndAreLoggedAndWhatComesBetweenHasTheSameId() {
        headers.put("X-Request-ID", "req-c2d8e7");

        begin("POST", "/api/v1/generate?prompt=cat").run(request -> {
            nanos.addAndGet(15_000_000);
            log.info("generating");
            request.status(202).responseSize(124).route("/api/v1/generate").put(JOB_ID.of(123));
        });

        assertThat(logged.events())
                .extracting(event -> event.get("msg"), event -> event.get("request_id"))
                .containsExactly(tuple("request started"), tuple("generating"), tuple("request completed"));
        assertThat(event(0))
                .containsEntry("event", "http_request")
                .containsEntry("level", "info")
                .containsEntry("method", "POST")
                .containsEntry("path", "/api/v1/generate")
                .containsEntry("client_ip", "192.168.1.100")
                .doesNotContainKeys("status", "duration_ms", "trace_id", "_repaired");
        assertThat(event(2))
                .containsEntry("event", "http_request")
                .containsEntry("level", "info")
                .containsEntry("path", "/api/v1/generate")
                .containsEntry("route", "/api/v1/generate")
                .containsEntry("status", 202L)
                .containsEntry("duration_ms", 15L)
                .containsEntry("response_size", 124L)
                .containsEntry("job_id", 123L)
                .doesNotContainKeys("error", "_repaired");
    }

    @ParameterizedTest
    @CsvSource({
        "200, 999, info",
        "399, 0, info",
        "200, 1000, warning",
        "400, 0, warning",
        "404, 0, warning",
        "499, 5000, warning",
        "500, 0, error"
    })
    void whatFailedOrWasSlowIsLoggedHigher(int status, long millis, String level) {
        begin("GET", "/x").run(request -> {
            nanos.addAndGet(Duration.ofMillis(millis).toNanos());
            request.status(status);
        });

        assertThat(event(1)).containsEntry("level", level).containsEntry("msg", "request completed");
    }

    @Test
    void whatTheHandlerThrowsIsLoggedAndGoesOnUnchanged() {
        IOException failure = new IOException("disk full");

        assertThatThrownBy(() -> begin("GET", "/x").run(request -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(event(1))
                .containsEntry("level", "error")
                .containsEntry("msg", "request failed")
                .containsEntry("error", "disk full")
                .containsEntry("error_type", "IOException")
                .doesNotContainKeys("status", "response_size");
    }

    @Test
    void aRequestIsCompletedOnceByWhicheverThreadIsLast() throws InterruptedException {
        LoggedRequest request = begin("GET", "/x");
        Thread other = new Thread(request.status(200)::complete);
        other.start();
        other.join();

        request.complete();

        assertThat(logged.events()).hasSize(2);
        assertThat(event(1)).containsEntry("request_id", request.id()).containsEntry("status", 200L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nX: y", "<script>", "id=1", "ä", "${jndi:ldap://x}", "a/b", "a,b"})
    void anIdThatIsNotOfTheFormIsReplaced(String id) {
        headers.put("X-Request-ID", id);

        assertThat(begin("GET", "/x").id()).matches("req-[0-9a-f]{20}");
    }

    @Test
    void anIdOfUpToAHundredCharactersIsTaken() {
        headers.put("X-Request-ID", "a".repeat(100));
        assertThat(begin("GET", "/x").id()).isEqualTo("a".repeat(100));

        headers.put("X-Request-ID", "a".repeat(101));
        assertThat(begin("GET", "/x").id()).startsWith("req-");
    }

    @Test
    void madeIdsAndTracesAreWrittenUnmasked() {
        headers.put("traceparent", "00-" + TRACE + "-" + SPAN + "-01");
        LoggedRequest request = begin("GET", "/x");

        assertThat(event(0))
                .containsEntry("request_id", request.id())
                .containsEntry("trace_id", TRACE)
                .containsEntry("span_id", SPAN)
                .containsEntry("trace_flags", "01");
    }

    @Test
    void theTraceOfATracerStays() {
        headers.put("traceparent", "00-" + TRACE + "-" + SPAN + "-01");

        try (LogContext.Scope tracer = LogContext.with(TRACE_ID.of("a".repeat(32)))) {
            assertThat(begin("GET", "/x").trace()).isEmpty();
        }

        assertThat(event(0)).containsEntry("trace_id", "a".repeat(32)).doesNotContainKey("span_id");
    }

    @Test
    void callsToOthersCarryTheIds() {
        headers.put("X-Request-ID", "req-1");
        headers.put("traceparent", "00-" + TRACE + "-" + SPAN + "-01");

        begin("GET", "/x")
                .run(request -> assertThat(Propagation.headers())
                        .containsExactly(
                                Map.entry("X-Request-ID", "req-1"),
                                Map.entry("traceparent", "00-" + TRACE + "-" + SPAN + "-01")));

        assertThat(Propagation.headers()).isEmpty();
    }

    @Test
    void whatIsBoundButMustNotBeSentIsNotPropagated() {
        MDC.put("request_id", "a\r\nX-Admin: 1");
        MDC.put("trace_id", "not a trace");
        MDC.put("span_id", SPAN);

        assertThat(Propagation.headers()).isEmpty();
        MDC.clear();
    }

    @Test
    void aFailedAuthenticationIsAWarningOfItsOwn() {
        begin("GET", "/x").run(request -> {
            request.authenticationFailed("token expired");
            request.status(401);
        });

        assertThat(logged.events())
                .extracting(event -> event.get("level"))
                .containsExactly("info", "warning", "warning");
        assertThat(event(1))
                .containsEntry("event", "auth_failed")
                .containsEntry("msg", "authentication failed")
                .containsEntry("reason", "token expired")
                .containsEntry("path", "/x")
                .containsKey("request_id");
    }

    @Test
    void theGateLeavesOutHealthAndPollingUnlessTheyFailOrAreSlow() {
        GateTurboFilter gate = new GateTurboFilter();
        gate.setExcludePaths("/health,/api/v1/jobs/{id}");
        gate.start();
        context().addTurboFilter(gate);

        answer("/health", 200, 0);
        answer("/api/v1/jobs/job-abc?x=1", 200, 0);
        answer("/api/v1/jobs/7;jsessionid=1F", 200, 0);
        assertThat(logged.events()).isEmpty();

        answer("/health", 503, 0);
        answer("/api/v1/jobs/7", 200, 1000);
        assertThat(logged.events())
                .extracting(event -> event.get("msg"), event -> event.get("path"))
                .containsExactly(
                        Tuple.tuple("request completed", "/health"),
                        Tuple.tuple("request completed", "/api/v1/jobs/7"));
    }

    @Test
    void aLoggerOrServerThatThrowsDoesNotReachTheRequest() {
        context().addTurboFilter(new ThrowingFilter());

        RequestLog.of(log)
                .begin("GET", "/x", "::1", name -> {
                    throw new IllegalStateException("no headers");
                })
                .run(request -> request.status(200));

        assertThat(logged.events()).isEmpty();
    }

    @Test
    void aLoggerThatFailsWithAnErrorDoesNotHideWhatTheHandlerThrew() {
        IOException thrown = new IOException("the handler's own");
        context().addTurboFilter(ThrowingFilter.ofMissingClass());

        assertThatThrownBy(() -> begin("GET", "/x").run(request -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void theClientIsWhoATrustedProxySays() {
        requests = RequestLog.builder(log).trustedProxies("192.168.0.0/16").build();
        headers.put("X-Forwarded-For", "6.6.6.6, 203.0.113.9, 192.168.7.7");

        begin("GET", "/x");

        assertThat(event(0)).containsEntry("client_ip", "203.0.113.9");
    }

    @Test
    void settingsThatCantBeUsedAreRefused() {
        assertThatThrownBy(() -> RequestLog.builder(log).slow(Duration.ZERO)).hasMessage("slow <= 0: PT0S");
        assertThatThrownBy(() -> RequestLog.builder(log).trustedProxies("10.0.0.0/33"))
                .hasMessage("bits of a trusted network not in 0..32: 10.0.0.0/33");
        assertThatThrownBy(() -> RequestLog.builder(log).trustedProxies("proxy.local"))
                .hasMessage("trusted proxy is no address or network: proxy.local");
    }

    private void answer(String path, int status, long millis) {
        begin("GET", path).run(request -> {
            nanos.addAndGet(Duration.ofMillis(millis).toNanos());
            request.status(status);
        });
    }

    private LoggedRequest begin(String method, String path) {
        return requests.begin(method, path, "192.168.1.100", headers::get);
    }

    private LoggerContext context() {
        return ((ch.qos.logback.classic.Logger) log).getLoggerContext();
    }

    private Map<String, Object> event(int index) {
        return logged.events().get(index);
    }

    private static Tuple tuple(String message) {
        return Tuple.tuple(message, "req-c2d8e7");
    }
}
