package io.pixsim.logging.test.conformance;

import static io.pixsim.logging.test.conformance.CaseGroup.OBJECTS;
import static io.pixsim.logging.test.conformance.Cases.either;
import static io.pixsim.logging.test.conformance.Cases.intact;
import static io.pixsim.logging.test.conformance.Cases.repaired;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Objects that throw when they are read, or say nothing. */
final class ObjectCases {

    private ObjectCases() {}

    static List<ConformanceCase> all() {
        return Stream.of(throwing(), silent(), members(), wrapped())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<ConformanceCase> throwing() {
        return Stream.of(
                        toString("throws an exception", () -> new IllegalStateException("not told")),
                        toString("throws a checked exception", () -> new InterruptedException("not told")),
                        toString("throws an assertion", () -> new AssertionError("not told")),
                        toString("throws an OutOfMemoryError", () -> new OutOfMemoryError("not told")),
                        toString("throws a StackOverflowError", () -> new StackOverflowError("not told")),
                        toString("throws a ThreadDeath", () -> new ThreadDeath()),
                        toString("throws a NoClassDefFoundError", () -> new NoClassDefFoundError("not/told")),
                        toString(
                                "throws an exception whose message throws",
                                () -> HostileThrowables.withMessage(() -> {
                                    throw new IllegalStateException("not told");
                                })),
                        repaired(OBJECTS, "a toString that overflows the stack", Hostile::overflowing),
                        repaired(OBJECTS, "a proxy whose every method throws", Hostile::proxy))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> toString(String what, Supplier<? extends Throwable> thrown) {
        return repaired(OBJECTS, "a toString that " + what, () -> Hostile.throwing(thrown));
    }

    private static Stream<ConformanceCase> silent() {
        return Stream.of(
                        either(OBJECTS, "a toString that is null", () -> new Hostile.Saying(() -> null)),
                        intact(OBJECTS, "a toString that is empty", () -> new Hostile.Saying(() -> "")),
                        intact(OBJECTS, "nothing", () -> null),
                        intact(OBJECTS, "an empty optional", Optional::empty))
                .flatMap(each -> each);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it is a value like any other here
    private static Stream<ConformanceCase> members() {
        return Stream.of(
                        intact(OBJECTS, "a bean whose getters throw", Hostile.Bean::new),
                        repaired(OBJECTS, "a record whose accessor throws", () -> new Hostile.Torn("whole", "broken")),
                        repaired(
                                OBJECTS,
                                "a record with a toString that throws in it",
                                () -> new Hostile.Holding("whole", Hostile.throwing(IllegalStateException::new))),
                        either(OBJECTS, "a constant whose toString throws", () -> Hostile.Nameless.ONLY),
                        intact(OBJECTS, "an object whose equals and hashCode throw", Hostile.Unequal::new),
                        intact(OBJECTS, "a text that lies about its length", Hostile.LyingText::new),
                        intact(OBJECTS, "a stream that throws", Hostile.BrokenStream::new),
                        intact(
                                OBJECTS,
                                "a future that failed",
                                () -> CompletableFuture.failedFuture(new IllegalStateException("failed"))))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> wrapped() {
        return Stream.of(
                        repaired(OBJECTS, "a supplier that throws", () -> (Supplier<Object>) () -> {
                            throw new IllegalStateException("not told");
                        }),
                        either(OBJECTS, "a supplier that gives itself", Hostile::supplierOfItself),
                        either(OBJECTS, "a reference to itself", Hostile::referenceToItself),
                        repaired(
                                OBJECTS,
                                "an optional with a toString that throws in it",
                                () -> Optional.of(Hostile.throwing(IllegalStateException::new))),
                        repaired(OBJECTS, "optionals in one another, 50,000 deep", () -> Hostile.layers(50_000)))
                .flatMap(each -> each);
    }
}
