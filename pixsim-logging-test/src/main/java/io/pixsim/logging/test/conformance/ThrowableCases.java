package io.pixsim.logging.test.conformance;

import static io.pixsim.logging.test.conformance.CaseGroup.THROWABLES;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Throwables, in a call with fields and in a plain one. */
final class ThrowableCases {

    private static final String REPAIRED = "exception";

    private ThrowableCases() {}

    static List<ConformanceCase> all() {
        return Stream.of(messages(), causes(), frames(), suppressed(), elsewhere())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<ConformanceCase> messages() {
        return Stream.of(
                        torn(
                                "a getMessage that throws",
                                () -> HostileThrowables.withMessage(() ->
                                        Hostile.<RuntimeException, String>toss(new IllegalStateException("not told")))),
                        torn(
                                "a getMessage that throws an OutOfMemoryError",
                                () -> HostileThrowables.withMessage(() ->
                                        Hostile.<RuntimeException, String>toss(new OutOfMemoryError("not told")))),
                        torn(
                                "a getMessage that overflows the stack",
                                () -> HostileThrowables.withMessage(
                                        () -> Hostile.overflowing().toString())),
                        whole("a getMessage that is null", () -> HostileThrowables.withMessage(() -> null)),
                        either("a toString and a getLocalizedMessage that throw", HostileThrowables::withoutWords),
                        whole("an equals and a hashCode that throw", HostileThrowables::unequal),
                        torn(
                                "a cause whose getMessage throws",
                                () -> new HostileThrowables.Odd(
                                        "outer",
                                        HostileThrowables.withMessage(() -> Hostile.<RuntimeException, String>toss(
                                                new IllegalStateException("not told"))))))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> causes() {
        return Stream.of(
                        torn(
                                "a getCause that throws",
                                () -> HostileThrowables.withCause(() -> Hostile.<RuntimeException, Throwable>toss(
                                        new IllegalStateException("not told")))),
                        either("a throwable that is its own cause", HostileThrowables::selfCaused),
                        either("three causes in a circle", HostileThrowables::circle),
                        torn("20,000 causes", () -> HostileThrowables.chain(20_000)),
                        endless("causes without end", HostileThrowables::endlessChain))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> frames() {
        return Stream.of(
                        torn(
                                "a getStackTrace that throws",
                                () -> HostileThrowables.withFrames(
                                        () -> Hostile.<RuntimeException, StackTraceElement[]>toss(
                                                new IllegalStateException("not told")))),
                        torn("a getStackTrace that is null", () -> HostileThrowables.withFrames(() -> null)),
                        either(
                                "frames that are null",
                                () -> HostileThrowables.withFrames(() -> new StackTraceElement[3])),
                        whole("no frames", () -> HostileThrowables.withFrames(() -> new StackTraceElement[0])),
                        either("100,000 frames", () -> HostileThrowables.deep(100_000)),
                        whole(
                                "frames with line feeds and escapes",
                                () -> HostileThrowables.framed(
                                        new StackTraceElement("a\nb", "c\u001B[31m", "d\"\\", -2))),
                        torn(
                                "frames with NUL and halves of pairs",
                                () -> HostileThrowables.framed(
                                        new StackTraceElement("a\0b", "c\uD83D", "\uDE00", Integer.MIN_VALUE))),
                        torn(
                                "a frame of 10 MB",
                                () -> HostileThrowables.framed(
                                        new StackTraceElement("frame.".repeat(1_700_000), "run", null, 1))))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> suppressed() {
        return Stream.of(
                        either("two that suppress and cause each other", HostileThrowables::suppressingEachOther),
                        either(
                                "suppressed ones in one another, 5,000 deep",
                                () -> HostileThrowables.suppressingDeeply(5_000)),
                        either("10,000 suppressed", () -> HostileThrowables.suppressingMany(10_000)),
                        torn("a suppressed one whose getMessage throws", () -> {
                            Throwable failure = new HostileThrowables.Odd("suppressing");
                            failure.addSuppressed(HostileThrowables.withMessage(() ->
                                    Hostile.<RuntimeException, String>toss(new IllegalStateException("not told"))));
                            return failure;
                        }))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> elsewhere() {
        return Stream.of(
                Cases.field(THROWABLES, "a throwable whose toString throws", HostileThrowables::withoutWords)
                        .repairing(Cases.ODD),
                Cases.field(THROWABLES, "three causes in a circle", HostileThrowables::circle));
    }

    /** What can't be told of it must be said. */
    private static Stream<ConformanceCase> torn(String name, Supplier<Throwable> failure) {
        return both(name, failure, each -> each.repairing(REPAIRED));
    }

    private static Stream<ConformanceCase> whole(String name, Supplier<Throwable> failure) {
        return both(name, failure, ConformanceCase::intact);
    }

    private static Stream<ConformanceCase> either(String name, Supplier<Throwable> failure) {
        return both(name, failure, each -> each);
    }

    private static Stream<ConformanceCase> both(
            String name, Supplier<Throwable> failure, UnaryOperator<ConformanceCase> rule) {
        return attempts(name, patience -> failure.get(), rule);
    }

    private static Stream<ConformanceCase> endless(String name, Function<Patience, Throwable> failure) {
        return attempts(name, failure, each -> each.repairing(REPAIRED));
    }

    private static Stream<ConformanceCase> attempts(
            String name, Function<Patience, Throwable> failure, UnaryOperator<ConformanceCase> rule) {
        return Stream.of(
                        ConformanceCase.attempted(
                                THROWABLES, name + ", with fields", () -> attempt(CallDraft.withFields(), failure)),
                        ConformanceCase.attempted(
                                THROWABLES, name + ", in a plain call", () -> attempt(CallDraft.plain(), failure)))
                .map(each -> rule.apply(each.leaving(Trace.text("HostileThrowables$"))));
    }

    private static Attempt attempt(CallDraft draft, Function<Patience, Throwable> failure) {
        Patience patience = new Patience();
        draft.failure = failure.apply(patience);
        return Attempt.of(draft.finished(), patience);
    }
}
