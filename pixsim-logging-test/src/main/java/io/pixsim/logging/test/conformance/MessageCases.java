package io.pixsim.logging.test.conformance;

import static io.pixsim.logging.test.conformance.CaseGroup.MESSAGES;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Patterns and arguments that don't fit each other. */
final class MessageCases {

    private MessageCases() {}

    static List<ConformanceCase> all() {
        return Stream.of(patterns(), arguments(), names()).flatMap(each -> each).toList();
    }

    private static Stream<ConformanceCase> patterns() {
        return Stream.of(
                message("no message", null, "").saying().intact(),
                message("an empty message", "", "").saying().intact(),
                message("a message in braces", "{said}", "{said}", "unused").intact(),
                message("braces that don't close", "said {} and {", "said one and {", "one")
                        .intact(),
                message("a placeholder that is escaped", "said \\{} and {}", "said {} and one", "one")
                        .intact(),
                message("an escape that is escaped", "said \\\\{} then", "said \\one then", "one")
                        .intact(),
                message("placeholders of other libraries", "said %s {0} ${x} %n %", "said %s {0} ${x} %n %", "one")
                        .intact(),
                message("a message that looks like JSON", "{\"msg\":\"{}\"}", "{\"msg\":\"one\"}", "one")
                        .intact(),
                message("a lookup", "said ${jndi:ldap://localhost/a}", "said ${jndi:ldap://localhost/a}")
                        .intact());
    }

    private static Stream<ConformanceCase> arguments() {
        return Stream.of(
                message("fewer arguments than placeholders", "said {} {} {}", "said one", "one")
                        .intact(),
                message("more arguments than placeholders", "said {}", "said one", "one", "two", "three")
                        .intact(),
                message("arguments without a placeholder", "said nothing", "said nothing", "one", "two")
                        .intact(),
                message("an argument that is null", "said {} {}", "said null one", null, "one")
                        .intact(),
                message("no arguments at all", "said {}", "said {}").intact(),
                message("an argument that has a placeholder in it", "said {} {}", "said {} two", "{}", "two")
                        .intact(),
                message("placeholders without number", "said {} ".repeat(10_000), "said one said {}", "one"),
                ConformanceCase.of(MESSAGES, "arguments that contain themselves", () -> {
                            CallDraft draft = CallDraft.plain();
                            Object[] arguments = {"one", null};
                            arguments[1] = arguments;
                            draft.message = "said {} {}";
                            draft.arguments = arguments;
                            return draft;
                        })
                        .saying("said one")
                        .repairing("msg"),
                ConformanceCase.of(MESSAGES, "a throwable as last argument, and a placeholder for it", () -> {
                            CallDraft draft = CallDraft.plain();
                            draft.message = "said {} {}";
                            draft.arguments = new Object[] {"one", new HostileThrowables.Odd("failed")};
                            return draft;
                        })
                        .saying("said one")
                        .leaving(Trace.text("failed")),
                ConformanceCase.of(MESSAGES, "a throwable that throws as last argument", () -> {
                            CallDraft draft = CallDraft.plain();
                            draft.message = "said {}";
                            draft.arguments = new Object[] {
                                "one",
                                HostileThrowables.withMessage(() -> {
                                    throw new IllegalStateException("not told");
                                })
                            };
                            return draft;
                        })
                        .saying("said one"));
    }

    private static Stream<ConformanceCase> names() {
        return Stream.of(
                Cases.call(MESSAGES, "a thread without a name, as virtual threads are", draft -> {
                            draft.threadName = "";
                            return draft;
                        })
                        .intact(),
                Cases.call(MESSAGES, "a logger without a name", draft -> {
                            draft.loggerName = "";
                            return draft;
                        })
                        .intact(),
                Cases.call(MESSAGES, "a logger with a name of dots", draft -> {
                            draft.loggerName = "..a..$..";
                            return draft;
                        })
                        .intact());
    }

    private static ConformanceCase message(
            String name, @Nullable String pattern, String said, @Nullable Object... arguments) {
        return ConformanceCase.of(MESSAGES, name, () -> {
                    CallDraft draft = CallDraft.plain();
                    draft.message = pattern;
                    draft.arguments = arguments.length == 0 ? null : arguments.clone();
                    return draft;
                })
                .saying(said);
    }
}
