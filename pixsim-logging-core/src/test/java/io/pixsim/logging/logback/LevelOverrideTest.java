package io.pixsim.logging.logback;

import static io.pixsim.logging.catalog.Fields.DOMAIN;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.Gate;
import io.pixsim.logging.gate.GateRules;
import io.pixsim.logging.gate.PathRules;
import io.pixsim.logging.gate.Threshold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Levels of jobs and domains through every way to log, the loggers at INFO. */
class LevelOverrideTest {

    private final LoggerContext context = new LoggerContext();
    private final Gate gate = new Gate(System::nanoTime, InstantSource.system());
    private final GateTurboFilter filter = new GateTurboFilter(gate);
    private final RecordingAppender sink = RecordingAppender.on(context);
    private final Logger log = context.getLogger("worker.poller");

    @BeforeEach
    void info() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        context.addTurboFilter(filter);
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        context.stop();
        MDC.clear();
    }

    @Test
    void aJobInTheContextIsShownInDetailByEveryWayToLog() {
        gate.jobLevel("123", Threshold.DEBUG, null);

        try (var job = LogContext.job(123)) {
            assertThat(log.isDebugEnabled()).isTrue();
            assertThat(log.isTraceEnabled()).isFalse();
            log.debug("plain");
            log.debug("one {}", 1);
            log.debug("two {} {}", 1, 2);
            log.atDebug().addKeyValue("k", "v").log("fluent");
            log.trace("too fine");
        }
        try (var job = LogContext.job(124)) {
            assertThat(log.isDebugEnabled()).isFalse();
            log.debug("another job");
            log.atDebug().log("another job, fluently");
        }

        assertThat(sink.values("msg")).containsExactly("plain", "one 1", "two 1 2", "fluent");
        assertThat(filter.suppressed()).isEmpty();
    }

    @Test
    void aJobOrDomainThatIsAnArgumentCountsTooAndIsBeforeTheContext() {
        gate.jobLevel("123", Threshold.DEBUG, null);
        gate.use(new GateRules(Map.of("account", Threshold.DEBUG), PathRules.NONE, GateRules.SamplingRules.NONE));

        try (var job = LogContext.job(124)) {
            log.debug("by job", JOB_ID.of(123));
            log.debug("by domain", DOMAIN.of("account"));
            log.debug("by neither", JOB_ID.of(125), DOMAIN.of("cron"));
        }

        assertThat(sink.values("msg")).containsExactly("by job", "by domain");
    }

    @Test
    void aJobInAnOptionalIsThatJobAndOneThatIsSuppliedIsTheContexts() {
        gate.jobLevel("123", Threshold.DEBUG, null);

        log.debug("of the job", Field.any("job_id", "").of(Optional.of(123)));
        try (var job = LogContext.job(123)) {
            log.atDebug().addKeyValue("job_id", Optional.of(124)).log("of another");
            log.atDebug().addKeyValue("job_id", (Supplier<Integer>) () -> 124).log("of a context");
        }

        assertThat(sink.values("msg")).containsExactly("of the job", "of a context");
    }

    @Test
    void aFluentEventOfAnotherJobThanTheContextsStaysHidden() {
        gate.jobLevel("123", Threshold.DEBUG, null);

        try (var job = LogContext.job(123)) {
            log.atDebug().addKeyValue("job_id", 124).log("not this one");
            log.atDebug().addKeyValue("job_id", 123).log("this one");
        }

        assertThat(sink.values("msg")).containsExactly("this one");
    }

    @Test
    void whatADomainHidesIsCounted() {
        gate.use(new GateRules(
                Map.of("cron", Threshold.OFF, "sql", Threshold.WARNING), PathRules.NONE, GateRules.SamplingRules.NONE));

        log.error("hidden", DOMAIN.of("cron"));
        log.atInfo().addKeyValue("domain", "sql").log("hidden");
        log.atWarn().addKeyValue("domain", "sql").log("shown");

        assertThat(sink.values("msg")).containsExactly("shown");
        assertThat(filter.suppressed()).containsExactly(Map.entry(SuppressReason.LEVEL, 2L));
    }

    @Test
    void aLoggerBelowCriticalMayBeLouderThanTheRoot() {
        gate.criticalOnly(Set.of("ROOT"));
        context.getLogger("ROOT").setLevel(Level.ERROR);
        context.getLogger("worker").setLevel(Level.INFO);

        log.info("its own level");
        context.getLogger("other").error("the root's");

        assertThat(sink.values("msg")).containsExactly("its own level");
    }

    @Test
    void aJobIdThatCannotBeReadHurtsNobody() {
        gate.jobLevel("123", Threshold.DEBUG, null);
        Object hostile = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };

        log.atInfo().addKeyValue("job_id", hostile).log("written all the same");

        assertThat(sink.events()).hasSize(1);
    }
}
