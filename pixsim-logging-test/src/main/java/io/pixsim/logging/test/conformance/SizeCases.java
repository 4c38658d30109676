package io.pixsim.logging.test.conformance;

import static io.pixsim.logging.test.conformance.CaseGroup.SIZES;
import static io.pixsim.logging.test.conformance.Cases.ODD;
import static io.pixsim.logging.test.conformance.Cases.call;
import static io.pixsim.logging.test.conformance.Cases.either;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Megabytes, and a hundred thousand of anything. */
final class SizeCases {

    private static final int TEN_MEGABYTES = 10 << 20;
    private static final int MANY = 100_000;

    private SizeCases() {}

    static List<ConformanceCase> all() {
        return Stream.of(texts(), bulk(), counts()).flatMap(each -> each).toList();
    }

    private static Stream<ConformanceCase> texts() {
        return Stream.concat(
                repaired(SIZES, "a text of 10 MB", SizeCases::text),
                Stream.of(
                        call(SIZES, "a message of 10 MB", draft -> {
                                    draft.message = "begins " + text();
                                    return draft;
                                })
                                .saying("begins ")
                                .repairing("msg"),
                        call(SIZES, "an exception with a message of 10 MB", draft -> {
                                    draft.failure = new HostileThrowables.Odd(text());
                                    return draft;
                                })
                                .leaving(Trace.text("HostileThrowables$Odd"))
                                .repairing("exception", "error"),
                        call(SIZES, "10 MB in the context", draft -> draft.bound(ODD, text()))
                                .leaving(Trace.name(ODD))
                                .repairing(ODD),
                        call(SIZES, "a logger's name of 100,000 characters", draft -> {
                                    draft.loggerName = "n".repeat(MANY);
                                    return draft;
                                })
                                .repairing("logger"),
                        call(SIZES, "a thread's name of 100,000 characters", draft -> {
                                    draft.threadName = "n".repeat(MANY);
                                    return draft;
                                })
                                .repairing("thread"),
                        call(SIZES, "a column of 10 MB", draft -> draft.field("provider_id", text()))
                                .leaving(Trace.name("provider_id"))
                                .repairing("provider_id"),
                        call(
                                        SIZES,
                                        "a service of 1,000 emoji",
                                        draft -> draft.field("service", "\uD83D\uDE00".repeat(1_000)))
                                .repairing("service")));
    }

    private static Stream<ConformanceCase> bulk() {
        return Stream.of(
                        repaired(SIZES, "a toString of 10 MB", () -> new Hostile.Saying(SizeCases::text)),
                        either(SIZES, "bytes, 10 MB", () -> new byte[TEN_MEGABYTES]),
                        either(SIZES, "base64, 10 MB", () -> Base64.getEncoder().encodeToString(bytes())),
                        repaired(
                                SIZES,
                                "a list of a million texts",
                                () -> IntStream.range(0, 1_000_000)
                                        .mapToObj(i -> "text-" + i)
                                        .toList()),
                        repaired(
                                SIZES,
                                "an array of a million numbers",
                                () -> IntStream.range(0, 1_000_000).toArray()),
                        repaired(SIZES, "a map of 100,000 keys", SizeCases::manyKeys))
                .flatMap(each -> each);
    }

    private static Stream<ConformanceCase> counts() {
        return Stream.of(
                call(SIZES, "100,000 fields", draft -> {
                            IntStream.range(0, MANY).forEach(i -> draft.field("field-" + i, "value-" + i));
                            return draft;
                        })
                        .without("after"),
                call(SIZES, "100,000 fields of one key", draft -> {
                            IntStream.range(0, MANY).forEach(i -> draft.field("same", i));
                            return draft;
                        })
                        .without("after"),
                call(SIZES, "100,000 keys in the context", draft -> {
                            IntStream.range(0, MANY).forEach(i -> draft.bound("bound-" + i, "value-" + i));
                            return draft;
                        })
                        .without("bound_zone")
                        .without("before")
                        .without("after")
                        .without("bound_before"),
                ConformanceCase.of(SIZES, "100,000 arguments", () -> {
                            CallDraft draft = CallDraft.plain();
                            draft.message = "said {} ".repeat(1_000);
                            draft.arguments = IntStream.range(0, MANY).boxed().toArray();
                            return draft;
                        })
                        .saying("said 0 said 1"));
    }

    /** In a message, what stands after such a value may be cut with it. */
    private static Stream<ConformanceCase> repaired(CaseGroup group, String name, Supplier<Object> value) {
        return Stream.of(
                Cases.field(group, name, value).repairing(ODD),
                Cases.argument(group, name, value).saying("said ").repairing("msg"));
    }

    private static String text() {
        return "all work and no play ".repeat(TEN_MEGABYTES / 21);
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[TEN_MEGABYTES * 3 / 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    private static Map<String, Object> manyKeys() {
        Map<String, Object> map = new HashMap<>();
        IntStream.range(0, MANY).forEach(i -> map.put("key-" + i, "value-" + i));
        return map;
    }
}
