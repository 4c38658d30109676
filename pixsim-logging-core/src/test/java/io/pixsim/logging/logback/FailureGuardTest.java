package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.gate.Gate;
import io.pixsim.logging.gate.Threshold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

class FailureGuardTest {

    private final LoggerContext context = new LoggerContext();
    private final RecordingAppender sink = RecordingAppender.on(context);
    private final Logger log = context.getLogger("worker");

    @BeforeEach
    void putUp() {
        FailureGuardTurboFilter guard = new FailureGuardTurboFilter();
        guard.start();
        context.addTurboFilter(guard);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aThrowableThatCannotBeReadCostsNeitherTheEventNorItsCaller(Throwable hostile) {
        log.error(Stage.PROVIDER_ERROR, "job {} failed", 7, hostile);
        log.error("failed", hostile);
        log.atError()
                .addMarker(Stage.PROVIDER_ERROR)
                .addKeyValue("attempt", 1)
                .setCause(hostile)
                .log("fluently");

        assertThat(sink.values("msg")).containsExactly("job 7 failed", "failed", "fluently");
        assertThat(sink.values("stage")).containsExactly("provider:error", null, "provider:error");
        assertThat(sink.events().get(2)).containsEntry("attempt", 1L);
        assertThat(sink.values("exception"))
                .allSatisfy(text ->
                        assertThat((String) text).contains(hostile.getClass().getName()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aThrowableThatIsTheLastArgumentOfAFluentCallIsItsFailure(Throwable hostile) {
        log.atError().log("job {} failed", 7, hostile);
        log.atError().addArgument(hostile).log("failed");

        assertThat(sink.values("msg")).containsExactly("job 7 failed", "failed");
        assertThat(sink.values("exception"))
                .allSatisfy(text ->
                        assertThat((String) text).contains(hostile.getClass().getName()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void neitherDoesOneThatOnlyTheLevelOfItsJobShows(Throwable hostile) {
        Gate gate = new Gate(System::nanoTime, InstantSource.system());
        GateTurboFilter filter = new GateTurboFilter(gate);
        filter.setContext(context);
        filter.start();
        context.addTurboFilter(filter);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        gate.jobLevel("7", Threshold.DEBUG, null);

        try (var job = MDC.putCloseable("job_id", "7")) {
            log.debug("plainly", hostile);
            log.atDebug().setCause(hostile).log("fluently");
        }
        log.debug("of no job", hostile);

        assertThat(sink.values("msg")).containsExactly("plainly", "fluently");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aGateOfALogbackXmlIsAGuardToo(Throwable hostile) {
        context.getTurboFilterList().clear();
        GateTurboFilter gate = new GateTurboFilter();
        gate.setContext(context);
        gate.setSamplingProviderStatus(2);
        gate.start();
        context.addTurboFilter(gate);

        log.error(Stage.PROVIDER_ERROR, "job {} failed", 7, hostile);
        log.error("failed", hostile);
        log.atError().setCause(hostile).log("fluently");
        log.atError().log("fluent argument", hostile);
        log.info(Stage.PROVIDER_STATUS, "polled", hostile);
        log.info(Stage.PROVIDER_STATUS, "polled again", hostile);
        log.trace("hidden", hostile);

        assertThat(sink.values("msg"))
                .containsExactly("job 7 failed", "failed", "fluently", "fluent argument", "polled");
    }

    @Test
    void aThrowableThatLogsItselfWhileItIsReadEndsSoon() {
        Throwable hostile = new Exception() {
            @Override
            public String getMessage() {
                log.error("inner", this);
                return "outer";
            }
        };

        log.error("plainly", hostile);
        log.atError().setCause(hostile).log("fluently");

        assertThat(sink.values("msg")).contains("plainly").endsWith("fluently").hasSizeLessThan(200);
    }

    static Stream<Named<Throwable>> hostile() {
        return Stream.of(
                Named.of("message throws", new Exception() {
                    @Override
                    public String getMessage() {
                        throw new IllegalStateException();
                    }
                }),
                Named.of("message overflows", new Exception() {
                    @Override
                    @SuppressWarnings("InfiniteRecursion")
                    public String getMessage() {
                        return getMessage();
                    }
                }),
                Named.of("cause throws", new Exception("outer") {
                    @Override
                    public synchronized Throwable getCause() {
                        throw new IllegalStateException();
                    }
                }),
                Named.of("no stack", new Exception("outer") {
                    @Override
                    public StackTraceElement[] getStackTrace() {
                        return null;
                    }
                }),
                Named.of("20,000 causes", deep(20_000)),
                Named.of("a cause whose message throws", new Exception("outer", new Exception() {
                    @Override
                    public String getMessage() {
                        throw new IllegalStateException();
                    }
                })));
    }

    @Test
    void ofTooManyCausesTheRootIsStillTold() {
        log.error("failed", deep(20_000));

        assertThat(sink.events().get(0)).containsEntry("error", "cause 0");
    }

    @Test
    void circularCausesAndSuppressedOnesAreLeftToLogback() {
        Exception outer = new Exception("outer");
        Exception inner = new Exception("inner", outer);
        outer.initCause(inner);
        outer.addSuppressed(new Exception("closing"));

        log.error("failed", outer);

        Map<String, Object> event = sink.events().get(0);
        assertThat((String) event.get("exception")).contains("inner", "outer", "closing");
    }

    private static Exception deep(int causes) {
        Exception failure = new Exception("cause 0");
        for (int i = 1; i <= causes; i++) {
            failure = new Exception("cause " + i, failure);
        }
        return failure;
    }
}
