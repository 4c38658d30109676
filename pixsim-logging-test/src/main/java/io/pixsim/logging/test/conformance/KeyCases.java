package io.pixsim.logging.test.conformance;

import static io.pixsim.logging.test.conformance.CaseGroup.KEYS;
import static io.pixsim.logging.test.conformance.Cases.call;
import static io.pixsim.logging.test.conformance.HostileContainers.map;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.SetBy;

/** Keys that are missing, given twice, or mean something to the encoder or the receiver. */
final class KeyCases {

    /** What encoders call their own members, here and elsewhere. */
    private static final List<String> OF_ENCODERS = List.of(
            "message",
            "@timestamp",
            "@version",
            "time",
            "severity",
            "logger_name",
            "thread_name",
            "level_value",
            "stack_trace",
            "log.level",
            "process.thread.name",
            "service.name",
            "mdc",
            "kvpList",
            "tags",
            "context",
            "throwable",
            "component",
            "_cut",
            "__proto__");

    private KeyCases() {}

    static List<ConformanceCase> all() {
        return Stream.of(shapes(), twice(), ofTheEncoder(), ofTheReceiver(), inTheContext())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<ConformanceCase> shapes() {
        return Stream.of(
                call(KEYS, "the key null", draft -> draft.field(null, "under it"))
                        .leaving(Trace.text("under it")),
                call(KEYS, "an empty key", draft -> draft.field("", "under it"))
                        .leaving(Trace.value("", "under it"))
                        .intact(),
                call(KEYS, "a blank key", draft -> draft.field(" ", "under it"))
                        .leaving(Trace.value(" ", "under it"))
                        .intact(),
                call(KEYS, "a key with dots, brackets and a quote", draft -> draft.field("a.b[0]\"$", "under it"))
                        .leaving(Trace.text("under it"))
                        .intact(),
                call(KEYS, "a key of 5,000 characters", draft -> draft.field("k".repeat(5_000), "under it"))
                        .leaving(Trace.text("under it")),
                call(KEYS, "a key of a million characters", draft -> draft.field("k".repeat(1_000_000), "under it"))
                        .leaving(Trace.text("under it")),
                call(
                                KEYS,
                                "two keys that differ after a million characters",
                                draft -> draft.field("k".repeat(1_000_000) + "1", "under one")
                                        .field("k".repeat(1_000_000) + "2", "under two"))
                        .leaving(Trace.text("under one"))
                        .leaving(Trace.text("under two")));
    }

    private static Stream<ConformanceCase> twice() {
        return Stream.of(
                call(
                                KEYS,
                                "a key given twice",
                                draft -> draft.field("twice", "first").field("twice", "second"))
                        .leaving(Trace.text("first"))
                        .leaving(Trace.text("second")),
                call(
                                KEYS,
                                "a key given twice, with different types",
                                draft -> draft.field("twice", 1).field("twice", map("a", "second")))
                        .leaving(Trace.name("twice"))
                        .leaving(Trace.text("second")),
                call(
                                KEYS,
                                "a key given twice, and the name that the second may get",
                                draft -> draft.field("twice", "first")
                                        .field("twice", "second")
                                        .field("twice_2", "third")
                                        .field("twice", "fourth"))
                        .leaving(Trace.text("first"))
                        .leaving(Trace.text("second"))
                        .leaving(Trace.text("third"))
                        .leaving(Trace.text("fourth")),
                call(
                                KEYS,
                                "keys that differ in what can't be stored",
                                draft -> draft.field("a\uD800", "first")
                                        .field("a\uFFFD", "second")
                                        .field("a\0", "third"))
                        .leaving(Trace.text("first"))
                        .leaving(Trace.text("second"))
                        .leaving(Trace.text("third")),
                call(
                                KEYS,
                                "a key given in the context and in the event",
                                draft -> draft.bound("shared", "bound").field("shared", "own"))
                        .leaving(Trace.text("own")),
                call(
                                KEYS,
                                "text in an integer column, and the name that it may get",
                                draft -> draft.field("job_id", "analysis-3917").field("job_id_raw", "raw"))
                        .leaving(Trace.text("analysis-3917"))
                        .leaving(Trace.text("raw")));
    }

    private static Stream<ConformanceCase> ofTheEncoder() {
        Stream<ConformanceCase> each = Stream.concat(
                        OF_ENCODERS.stream(),
                        Fields.all().stream()
                                .filter(field -> field.setBy() != SetBy.PROGRAM)
                                .map(Field::name))
                .map(key -> call(KEYS, "the key " + key, draft -> draft.field(key, "under it"))
                        .leaving(Trace.text("under it")));
        ConformanceCase all = call(KEYS, "all keys of the catalog", draft -> {
            Fields.all().forEach(field -> draft.field(field.name(), "under " + field.name()));
            return draft;
        });
        Fields.all().stream()
                .filter(field -> !KeyCases.isShort(field))
                .forEach(field -> all.leaving(Trace.text("under " + field.name())));
        return Stream.concat(each, Stream.of(all));
    }

    /** Whether the column is too short for the value that is given here. */
    private static boolean isShort(Field field) {
        return field.maxCodePoints() < ("under " + field.name()).length();
    }

    private static Stream<ConformanceCase> ofTheReceiver() {
        return Stream.concat(
                Stream.of("id", "created_at", "extra")
                        .map(key -> call(KEYS, "the key " + key, draft -> draft.field(key, "under it"))
                                .leaving(Trace.text("under it"))),
                Stream.of(
                        call(KEYS, "a map under extra", draft -> draft.field("extra", Map.of("inner", "under it")))
                                .leaving(Trace.value("inner", "under it")),
                        call(
                                        KEYS,
                                        "a map with forbidden keys under extra",
                                        draft -> draft.field(
                                                "extra",
                                                map("id", "under id", "extra", map("msg", "under msg"), null, 1)))
                                .leaving(Trace.text("under id"))
                                .leaving(Trace.text("under msg")),
                        call(
                                KEYS,
                                "a map that throws under extra",
                                draft -> draft.field("extra", HostileContainers.mapThatThrows())),
                        call(
                                KEYS,
                                "a map that contains itself under extra",
                                draft -> draft.field("extra", HostileContainers.mapInItself())),
                        ConformanceCase.attempted(KEYS, "a map without end under extra", () -> {
                            Patience patience = new Patience();
                            return Attempt.of(
                                    CallDraft.withFields()
                                            .field("extra", HostileContainers.mapWithoutEnd(patience))
                                            .finished(),
                                    patience);
                        })));
    }

    private static Stream<ConformanceCase> inTheContext() {
        return Stream.concat(
                Stream.of("id", "created_at", "extra", "message", "timestamp", "level", "msg", "logger", "_repaired")
                        .map(key -> call(KEYS, "the key " + key + " in the context", draft -> draft.bound(key, "bound"))
                                .leaving(Trace.text("bound"))),
                Stream.of(
                        call(KEYS, "nothing under a key of the context", draft -> draft.bound("nothing", null)),
                        call(KEYS, "an empty key in the context", draft -> draft.bound("", "bound"))
                                .leaving(Trace.value("", "bound"))));
    }
}
