package io.pixsim.logging.web.client;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Fields.REQUEST_ID;
import static io.pixsim.logging.catalog.Fields.SPAN_ID;
import static io.pixsim.logging.catalog.Fields.STAGE;
import static io.pixsim.logging.catalog.Fields.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.pixsim.logging.LoggedEvents;
import io.pixsim.logging.ThrowingFilter;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.web.HeaderLookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

class CallLogTest {

    private static final URI SUBMIT = URI.create("https://key:pass@api.pixverse.ai/v1/jobs?prompt=a+cat&n=2#top");

    private final LoggedEvents logged = new LoggedEvents();
    private final AtomicLong nanos = new AtomicLong();
    private CallLog calls = builder().build();

    @AfterEach
    void nothingIsLeftBound() {
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void oneEventTellsOfACall() {
        LoggedCall call = begin(Map.of()).requestSize(512);
        nanos.addAndGet(1_500_000_000);
        call.answered(200, name -> name.equals("Content-Type") ? "application/json" : null)
                .responseSize(124);
        call.complete();

        assertThat(event())
                .containsEntry("msg", "call completed")
                .containsEntry("level", "info")
                .containsEntry("event", "provider_call")
                .containsEntry("provider_id", "pixverse")
                .containsEntry("stage", "provider:submit")
                .containsEntry("method", "POST")
                .containsEntry("url", "https://api.pixverse.ai/v1/jobs")
                .containsEntry("status", 200L)
                .containsEntry("duration_ms", 1500L)
                .containsEntry("request_size", 512L)
                .containsEntry("response_size", 124L)
                .doesNotContainKeys("error", "attempt", "request_headers", "_repaired");
    }

    @Test
    void itHasTheContextOfWhoMadeItWhoeverEndsIt() throws InterruptedException {
        LoggedCall call;
        try (var job = LogContext.with(JOB_ID.of(123), ATTEMPT.of(2), STAGE.of("provider:status"))) {
            call = begin(Map.of());
        }
        Thread other = new Thread(call.answered(200, name -> null)::complete);
        other.start();
        other.join();

        assertThat(event())
                .containsEntry("job_id", 123L)
                .containsEntry("attempt", 2L)
                .containsEntry("stage", "provider:status");
    }

    private static Stream<Throwable> troubles() {
        return Stream.of(new IllegalStateException("no"), new NoClassDefFoundError("gone"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aStageThatCannotBeToldIsLeftOut(Throwable trouble) {
        CallLog unable = builder()
                .stage(url -> {
                    throw asItIs(trouble);
                })
                .build();

        unable.begin("POST", SUBMIT, name -> null).answered(200, name -> null).complete();

        assertThat(event()).containsEntry("status", 200L).doesNotContainKey("stage");
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void headersThatCannotBeReadAreLeftOut(Throwable trouble) {
        HeaderLookup broken = name -> {
            throw asItIs(trouble);
        };
        CallLog showing = builder().requestHeaders("X-Model").build();

        try (var request = LogContext.request("req-7")) {
            LoggedCall call = showing.begin("POST", SUBMIT, broken);
            assertThat(call.headers()).containsEntry("X-Request-ID", "req-7");
            call.answered(200, broken).complete();
        }

        assertThat(event()).containsEntry("status", 200L).doesNotContainKeys("request_headers", "response_headers");
    }

    @Test
    void aCallIsLoggedOnce() {
        LoggedCall call = begin(Map.of());
        call.complete();
        call.complete();

        assertThat(logged.events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "200, info, call completed",
        "399, info, call completed",
        "400, error, call failed",
        "402, error, call failed",
        "408, warning, call failed",
        "429, warning, call failed",
        "500, error, call failed",
        "503, warning, call failed"
    })
    void whatProvidersRefuseIsAnErrorUnlessTheyAskToComeBack(int status, String level, String message) {
        begin(Map.of()).answered(status, name -> null).complete();

        assertThat(event()).containsEntry("level", level).containsEntry("msg", message);
        assertThat(event().get("error")).isEqualTo(status < 400 ? null : "HTTP " + status);
    }

    @Test
    void whatTheClientThrowsIsTheError() {
        LoggedCall call = begin(Map.of());
        call.failed(new IOException("connection reset"));
        call.failed(new IOException("second"));
        call.complete();

        assertThat(event())
                .containsEntry("level", "error")
                .containsEntry("msg", "call failed")
                .containsEntry("error", "connection reset")
                .containsEntry("error_type", "IOException")
                .doesNotContainKey("status");
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsAWarning() {
        for (Exception timeout : new Exception[] {
            new SocketTimeoutException("timeout"), new TimeoutException(), new HttpTimeoutException("request timed out")
        }) {
            LoggedCall call = begin(Map.of());
            call.failed(timeout);
            call.complete();
        }

        assertThat(logged.events())
                .hasSize(3)
                .allSatisfy(event -> assertThat(event).containsEntry("level", "warning"));
    }

    @Test
    void aCallThatTheProgramGaveUpIsNoFailure() {
        LoggedCall call = begin(Map.of());
        call.cancelled();
        call.failed(new IOException("Canceled"));
        call.complete();

        assertThat(event())
                .containsEntry("level", "info")
                .containsEntry("msg", "call cancelled")
                .doesNotContainKey("error");
    }

    @Test
    void headersAreShownWhereTheyWereChosenAndSecretsInThemAreMasked() {
        calls = builder()
                .requestHeaders("Authorization", "X-Model", "Absent")
                .responseHeaders("Retry-After")
                .build();

        begin(Map.of("authorization", "Bearer abcdef123456", "x-model", "v5", "x-other", "1"))
                .answered(429, Map.of("Retry-After", "30", "Set-Cookie", "sid=1")::get)
                .complete();

        assertThat(event())
                .containsEntry("request_headers", Map.of("Authorization", "***redacted***", "X-Model", "v5"))
                .containsEntry("response_headers", Map.of("Retry-After", "30"));
    }

    @Test
    void aQueryIsShownWhenAskedForWithoutItsSecrets() {
        calls = builder().query(true).build();

        calls.begin("GET", URI.create("https://api.pixverse.ai/v1?n=2&api_key=abcdef123456"), name -> null)
                .complete();

        assertThat(event().get("url")).isEqualTo("https://api.pixverse.ai/v1?n=2&api_key=***redacted***");
    }

    @Test
    void aStageMayFollowFromTheUrl() {
        calls = builder()
                .stage(url -> url.getPath().endsWith("/status") ? Stage.PROVIDER_STATUS : null)
                .build();

        calls.begin("GET", URI.create("https://api/jobs/7/status"), name -> null)
                .complete();
        calls.begin("GET", URI.create("https://api/jobs/7"), name -> null).complete();

        assertThat(logged.events()).extracting(event -> event.get("stage")).containsExactly("provider:status", null);
    }

    @Test
    void aStageThatCannotBeToldCostsNoCall() {
        calls = builder()
                .stage(url -> {
                    throw new IllegalStateException("the program's own");
                })
                .build();

        calls.begin("GET", SUBMIT, name -> null).complete();

        assertThat(event()).doesNotContainKey("stage");
    }

    @Test
    void aCallCarriesTheIdsOfTheContextButForThoseThatTheProgramSets() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        try (var request =
                LogContext.with(REQUEST_ID.of("req-1"), TRACE_ID.of(trace), SPAN_ID.of("00f067aa0ba902b7"))) {
            assertThat(begin(Map.of()).headers())
                    .containsOnly(
                            Map.entry("X-Request-ID", "req-1"),
                            Map.entry("traceparent", "00-" + trace + "-00f067aa0ba902b7-00"));
            assertThat(begin(Map.of("x-request-id", "own")).headers()).containsOnlyKeys("traceparent");

            calls = builder().propagate(false).build();
            assertThat(begin(Map.of()).headers()).isEmpty();
        }
    }

    @Test
    void aLoggerThatThrowsDoesNotReachTheCaller() {
        ((ch.qos.logback.classic.Logger) logged.logger()).getLoggerContext().addTurboFilter(new ThrowingFilter());

        assertThatCode(begin(Map.of())::complete).doesNotThrowAnyException();
    }

    @Test
    void aLoggerThatFailsWithAnErrorDoesNotReachTheCallerEither() {
        ((ch.qos.logback.classic.Logger) logged.logger())
                .getLoggerContext()
                .addTurboFilter(ThrowingFilter.ofMissingClass());

        assertThatCode(begin(Map.of())::complete).doesNotThrowAnyException();
    }

    private CallLog.Builder builder() {
        return CallLog.builder(logged.logger())
                .provider("pixverse")
                .stage(Stage.PROVIDER_SUBMIT)
                .nanoTime(nanos::get);
    }

    private LoggedCall begin(Map<String, String> headers) {
        return calls.begin("POST", SUBMIT, name -> headers.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Error asItIs(Throwable trouble) {
        if (trouble instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return (Error) trouble;
    }

    private Map<String, Object> event() {
        assertThat(logged.events()).hasSize(1);
        return logged.events().get(0);
    }
}
