package io.pixsim.logging.test.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * The suite of hostile values: each is logged once, and must yield one line of valid JSON that keeps all else of the
 * event. As tests:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> noValueCostsAnEvent() {
 *     return EncoderConformance.of(MyEncoder::new).tests();
 * }
 * }</pre>
 *
 * or as a report, {@code EncoderConformance.of(MyEncoder::new).report()}. Immutable.
 */
public final class EncoderConformance {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int MAX_BYTES = 2 << 20;
    private static final Set<Check> OF_ANY_ENCODER = EnumSet.complementOf(EnumSet.of(Check.REPAIRED, Check.WIRE));

    private final Supplier<? extends Target> targets;
    private final Set<Check> checks;
    private final Duration deadline;
    private final int maxBytes;

    private EncoderConformance(Supplier<? extends Target> targets, Set<Check> checks, Duration deadline, int maxBytes) {
        this.targets = targets;
        this.checks = checks;
        this.deadline = deadline;
        this.maxBytes = maxBytes;
    }

    /**
     * Tries an encoder for Logback, in whole calls through SLF4J.
     *
     * @param encoder makes the encoder; it is started unless it is already
     * @return the suite, with the checks that hold for any encoder
     */
    public static EncoderConformance of(Supplier<? extends Encoder<ILoggingEvent>> encoder) {
        return ofTarget(() -> LogbackTarget.of(encoder.get()));
    }

    /**
     * Tries anything that turns a call into bytes.
     *
     * @param target makes what is tried, once for a report or a stream of tests
     * @return the suite, with the checks that hold for any encoder
     */
    public static EncoderConformance ofTarget(Supplier<? extends Target> target) {
        return new EncoderConformance(target, OF_ANY_ENCODER, DEADLINE, MAX_BYTES);
    }

    /**
     * Every case of the suite.
     *
     * @return the cases, in order
     */
    public static List<ConformanceCase> cases() {
        return Cases.ALL;
    }

    /**
     * Checks this too.
     *
     * @param more {@link Check#REPAIRED} or {@link Check#WIRE}; the others are on from the start
     * @return the suite with more checks
     */
    public EncoderConformance with(Check... more) {
        Set<Check> all = EnumSet.copyOf(checks);
        all.addAll(List.of(more));
        return new EncoderConformance(targets, all, deadline, maxBytes);
    }

    /**
     * Waits no longer than this for a call.
     *
     * @param deadline more than zero; 20 s unless set
     * @return the suite with another deadline
     * @throws IllegalArgumentException when the deadline is not more than zero
     */
    public EncoderConformance within(Duration deadline) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline <= 0: " + deadline);
        }
        return new EncoderConformance(targets, checks, deadline, maxBytes);
    }

    /**
     * Takes lines up to this length.
     *
     * @param maxBytes bytes, at least 1,024; 2 MiB unless set
     * @return the suite with another limit
     * @throws IllegalArgumentException when the limit is less than 1,024
     */
    public EncoderConformance upTo(int maxBytes) {
        if (maxBytes < 1024) {
            throw new IllegalArgumentException("maxBytes < 1024: " + maxBytes);
        }
        return new EncoderConformance(targets, checks, deadline, maxBytes);
    }

    /**
     * The suite as tests, one for each case.
     *
     * @return what a {@code @TestFactory} returns
     */
    public Stream<DynamicTest> tests() {
        Trial trial = new Trial(targets, checks, deadline, maxBytes);
        return cases().stream()
                .map(tried -> DynamicTest.dynamicTest(tried.name(), () -> {
                    List<Finding> findings = trial.result(tried).findings();
                    if (!findings.isEmpty()) {
                        Assertions.fail(findings.toString());
                    }
                }));
    }

    /**
     * The suite as a report.
     *
     * @return what became of each case
     * @throws InterruptedException when the thread is interrupted while a case runs
     */
    public ConformanceReport report() throws InterruptedException {
        Trial trial = new Trial(targets, checks, deadline, maxBytes);
        List<CaseResult> results = new ArrayList<>();
        for (ConformanceCase each : cases()) {
            results.add(trial.result(each));
        }
        return new ConformanceReport(List.copyOf(results));
    }
}
