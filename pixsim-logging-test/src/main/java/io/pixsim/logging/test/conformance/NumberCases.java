package io.pixsim.logging.test.conformance;

import static io.pixsim.logging.test.conformance.CaseGroup.NUMBERS;
import static io.pixsim.logging.test.conformance.Cases.ODD;
import static io.pixsim.logging.test.conformance.Cases.argument;
import static io.pixsim.logging.test.conformance.Cases.call;
import static io.pixsim.logging.test.conformance.Cases.either;
import static io.pixsim.logging.test.conformance.Cases.field;
import static io.pixsim.logging.test.conformance.Cases.intact;
import static io.pixsim.logging.test.conformance.Cases.repaired;
import static io.pixsim.logging.test.conformance.HostileContainers.map;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Numbers that JSON or its readers don't have, and times beyond the calendar. */
final class NumberCases {

    private NumberCases() {}

    static List<ConformanceCase> all() {
        return Stream.of(notFinite(), large(), inColumns(), times())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<ConformanceCase> notFinite() {
        return Stream.of(
                        told("NaN", Double.NaN, "NaN"),
                        told("infinity", Double.POSITIVE_INFINITY, "Infinity"),
                        told("minus infinity", Double.NEGATIVE_INFINITY, "-Infinity"),
                        told("NaN as float", Float.NaN, "NaN"),
                        told("infinity as float", Float.POSITIVE_INFINITY, "Infinity"),
                        repaired(NUMBERS, "NaN in a list", () -> List.of(1.5, Double.NaN)),
                        repaired(NUMBERS, "infinity in a map", () -> map("n", Double.POSITIVE_INFINITY)),
                        repaired(NUMBERS, "NaN in an array", () -> new double[] {1.5, Double.NaN}),
                        intact(NUMBERS, "minus zero", () -> -0.0),
                        intact(NUMBERS, "the smallest fraction", () -> Double.MIN_VALUE))
                .flatMap(each -> each);
    }

    /** In a message such a number is text like any other. */
    private static Stream<ConformanceCase> told(String name, Number value, String text) {
        return Stream.of(
                field(NUMBERS, name, () -> value)
                        .leaving(Trace.value(ODD, text))
                        .repairing(ODD),
                argument(NUMBERS, name, () -> value)
                        .saying("said " + text + " then")
                        .intact());
    }

    private static Stream<ConformanceCase> large() {
        BigInteger digits = new BigInteger("9".repeat(5_000));
        return Stream.of(
                        either(NUMBERS, "a whole number of 5,000 digits", () -> digits),
                        either(NUMBERS, "a fraction of 5,000 digits", () -> new BigDecimal(digits, 2_500)),
                        either(NUMBERS, "a list of numbers of 5,000 digits", () -> List.of(digits, digits)),
                        either(NUMBERS, "a number of a million bits", () -> BigInteger.ONE.shiftLeft(1_000_000)),
                        either(NUMBERS, "1E+400", () -> new BigDecimal("1E+400")),
                        either(NUMBERS, "1E-20000", () -> new BigDecimal("1E-20000")),
                        either(NUMBERS, "1E+999999999", () -> new BigDecimal("1E+999999999")),
                        either(NUMBERS, "1E-999999999", () -> new BigDecimal("1E-999999999")),
                        either(NUMBERS, "a number of a class of its own", Hostile.NoNumber::new),
                        intact(NUMBERS, "the largest integer of 64 bits", () -> Long.MAX_VALUE))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> inColumns() {
        return Stream.<Object>of(
                        3_000_000_000L,
                        Double.NaN,
                        BigInteger.TEN.pow(5_000),
                        "analysis-3917",
                        true,
                        1.5,
                        map("n", 1),
                        Arrays.asList(1, null))
                .flatMap(value -> Stream.of("job_id", "attempt", "duration_ms")
                        .map(column -> call(
                                NUMBERS,
                                "%s in %s".formatted(shown(value), column),
                                draft -> draft.field(column, value))))
                .map(each -> each.leaving(new Trace(
                        "a member of that name, or of one that begins so",
                        line -> Stream.of("job_id", "attempt", "duration_ms")
                                .anyMatch(column -> line.hasNameWith(List.of(column))))));
    }

    private static String shown(Object value) {
        return value instanceof BigInteger ? "5,000 digits" : value.toString();
    }

    private static Stream<ConformanceCase> times() {
        return Stream.of(
                        intact(NUMBERS, "the last instant", () -> Instant.MAX),
                        intact(NUMBERS, "the first instant", () -> Instant.MIN),
                        intact(NUMBERS, "the last date", () -> LocalDate.MAX),
                        intact(NUMBERS, "the longest duration", () -> Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
                        Stream.of(call(
                                        NUMBERS,
                                        "the longest duration in duration_ms",
                                        draft -> draft.field("duration_ms", Duration.ofSeconds(Long.MAX_VALUE)))
                                .leaving(Trace.nameWith("duration_ms"))))
                .flatMap(each -> each);
    }
}
