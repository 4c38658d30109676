package io.pixsim.logging.test.conformance;

import static io.pixsim.logging.test.conformance.CaseGroup.CONTAINERS;
import static io.pixsim.logging.test.conformance.Cases.either;
import static io.pixsim.logging.test.conformance.Cases.endless;
import static io.pixsim.logging.test.conformance.Cases.intact;
import static io.pixsim.logging.test.conformance.Cases.repaired;
import static io.pixsim.logging.test.conformance.HostileContainers.map;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Maps, lists and arrays. */
final class ContainerCases {

    private static final int DEEP = 10_000;

    private ContainerCases() {}

    static List<ConformanceCase> all() {
        return Stream.of(circles(), depths(), liars(), endlessOnes(), keys())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<ConformanceCase> circles() {
        return Stream.of(
                        repaired(CONTAINERS, "a list that contains itself", HostileContainers::listInItself),
                        repaired(CONTAINERS, "a map that contains itself", HostileContainers::mapInItself),
                        either(CONTAINERS, "a map that is its own key", HostileContainers::mapAsItsOwnKey),
                        repaired(CONTAINERS, "an array that contains itself", HostileContainers::arrayInItself),
                        repaired(CONTAINERS, "a map and a list in each other", HostileContainers::mutual),
                        repaired(CONTAINERS, "a map that contains itself 50 times", HostileContainers::oftenInItself),
                        repaired(CONTAINERS, "a record that contains itself", () -> {
                            Object[] array = new Object[1];
                            Hostile.Holding holding = new Hostile.Holding("whole", array);
                            array[0] = holding;
                            return holding;
                        }))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> depths() {
        return Stream.of(
                        repaired(
                                CONTAINERS,
                                "lists in one another, 10,000 deep",
                                () -> HostileContainers.nested(DEEP, Collections::singletonList)),
                        repaired(
                                CONTAINERS,
                                "maps in one another, 10,000 deep",
                                () -> HostileContainers.nested(DEEP, inner -> map("k", inner))),
                        repaired(
                                CONTAINERS,
                                "arrays in one another, 10,000 deep",
                                () -> HostileContainers.nested(DEEP, inner -> new Object[] {inner})),
                        repaired(
                                CONTAINERS,
                                "records in one another, 10,000 deep",
                                () -> HostileContainers.nested(DEEP, inner -> new Hostile.Holding("w", inner))))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> liars() {
        return Stream.of(
                        repaired(CONTAINERS, "a list that throws half-way", HostileContainers::failingHalfWay),
                        either(CONTAINERS, "a list of three that says one", () -> HostileContainers.sized(1)),
                        repaired(
                                CONTAINERS,
                                "a list of three that says 2,147,483,647",
                                () -> HostileContainers.sized(Integer.MAX_VALUE)),
                        either(CONTAINERS, "a list that says -1", () -> HostileContainers.sized(-1)),
                        repaired(
                                CONTAINERS,
                                "a collection without iterator",
                                () -> HostileContainers.iterating(() -> null)),
                        repaired(
                                CONTAINERS,
                                "a collection that promises more than it has",
                                () -> HostileContainers.iterating(HostileContainers::promisingMore)),
                        repaired(CONTAINERS, "a map that throws", HostileContainers::mapThatThrows),
                        repaired(CONTAINERS, "a map whose entries are null", HostileContainers::mapOfNullEntries),
                        repaired(
                                CONTAINERS,
                                "a map without entries to go through",
                                HostileContainers::mapWithoutEntries),
                        either(CONTAINERS, "a map of one that says none", () -> HostileContainers.mapThatLies(0)),
                        either(CONTAINERS, "a map of one that says -1", () -> HostileContainers.mapThatLies(-1)),
                        repaired(CONTAINERS, "a view of a list that has changed since", HostileContainers::staleView),
                        repaired(
                                CONTAINERS,
                                "a list with a toString that throws in it",
                                () -> Arrays.asList("whole", Hostile.throwing(IllegalStateException::new))),
                        repaired(
                                CONTAINERS,
                                "a map with a toString that throws in it",
                                () -> map("whole", 1, "torn", Hostile.throwing(IllegalStateException::new))))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> endlessOnes() {
        return Stream.of(
                        endless(
                                CONTAINERS,
                                "a collection without end",
                                patience -> HostileContainers.iterating(() -> HostileContainers.withoutEnd(patience))),
                        endless(CONTAINERS, "a map without end", HostileContainers::mapWithoutEnd),
                        endless(CONTAINERS, "10 in 10, 20 deep", HostileContainers::wideAndDeep))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> keys() {
        return Stream.of(
                        intact(CONTAINERS, "a map with keys that are no text", () -> map(1, "a", true, "b", 2.5, "c")),
                        either(CONTAINERS, "a map with the key null", () -> map(null, "a")),
                        intact(CONTAINERS, "a map with an empty key", () -> map("", "a")),
                        repaired(CONTAINERS, "a map with the keys 1 and the text 1", () -> map(1, "a", "1", "b")),
                        repaired(
                                CONTAINERS,
                                "a map with keys that differ in what can't be stored",
                                () -> map("a\0", 1, "a\uFFFD", 2, "a\uD800", 3)),
                        either(
                                CONTAINERS,
                                "a map with a key whose toString throws",
                                () -> map(Hostile.throwing(IllegalStateException::new), "a")),
                        either(CONTAINERS, "a map with a list as key", () -> map(List.of(1, 2), Map.of("a", 1))),
                        intact(CONTAINERS, "a map with nothing under a key", () -> map("a", null)))
                .flatMap(each -> each);
    }
}
