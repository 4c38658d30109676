package io.pixsim.logging.test.conformance;

import static io.pixsim.logging.test.conformance.CaseGroup.MARKERS;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.slf4j.Marker;

/** Markers. */
final class MarkerCases {

    private MarkerCases() {}

    static List<ConformanceCase> all() {
        return Stream.of(
                        marker("a marker", () -> HostileMarkers.named(() -> "of its own"))
                                .map(each ->
                                        each.leaving(Trace.text("of its own")).intact()),
                        marker("markers that refer to each other", HostileMarkers::circle),
                        marker(
                                "a marker whose name throws",
                                () -> HostileMarkers.named(() ->
                                        Hostile.<RuntimeException, String>toss(new IllegalStateException("not told")))),
                        marker(
                                "a marker whose name overflows the stack",
                                () -> HostileMarkers.named(
                                        () -> Hostile.overflowing().toString())),
                        marker("a marker whose name is null", () -> HostileMarkers.named(() -> null)),
                        marker("a marker whose references throw", HostileMarkers::throwingReferences),
                        marker(
                                "a marker with a name of 10 MB",
                                () -> HostileMarkers.named(() -> "marker ".repeat(1_500_000))),
                        marker("a marker whose name can't be stored", () -> HostileMarkers.named(() -> "a\0\uD800z")),
                        marker("a marker that refers to 100,000", () -> HostileMarkers.referringTo(100_000)))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<ConformanceCase> marker(String name, Supplier<Marker> marker) {
        return Stream.of(
                ConformanceCase.of(MARKERS, name + ", with fields", () -> marked(CallDraft.withFields(), marker)),
                ConformanceCase.of(MARKERS, name + ", in a plain call", () -> marked(CallDraft.plain(), marker)));
    }

    private static CallDraft marked(CallDraft draft, Supplier<Marker> marker) {
        draft.marker = marker.get();
        return draft;
    }
}
