package io.pixsim.logging.test.conformance;

import static io.pixsim.logging.test.conformance.Cases.ODD;
import static io.pixsim.logging.test.conformance.Cases.call;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Text of which a reader or a terminal makes something else, wherever text can stand. */
final class TextCases {

    private TextCases() {}

    static List<ConformanceCase> all() {
        return Stream.concat(
                        Stream.of(
                                        new Text("the high half of a pair", "\uD83D"),
                                        new Text("the low half of a pair", "\uDE00"),
                                        new Text("a pair the wrong way round", "\uDE00\uD83D"),
                                        new Text("NUL", "\0"))
                                .flatMap(text -> text.cases(CaseGroup.BROKEN_TEXT, false)),
                        Stream.of(
                                        new Text("the control characters", characters(1, 0x1F)),
                                        new Text("DEL and the C1 controls", characters(0x7F, 0x9F)),
                                        new Text("line and paragraph separators", "\u2028\u2029"),
                                        new Text("bidi overrides", "\u202E\u2066\u202D\u2069\u202C"),
                                        new Text("ANSI escapes", "\u001B[31m\u001B[2J\u001B]0;title\u0007\u009B1m"),
                                        new Text("characters that are none", "\uFFFE\uFFFF\uFDD0\uD83F\uDFFE"),
                                        new Text("invisible characters", "\uFEFF\u200B\u200D\u00AD\u2060\uDB40\uDC41"),
                                        new Text("a forged line", "\r\n{\"level\":\"error\",\"msg\":\"forged\"}\r\n"),
                                        new Text("quotes and backslashes", "\"},{\"a\\\":\\u0000\\"),
                                        new Text("emoji and combined marks", "\uD83D\uDE00e\u0301\u0301\u0301"))
                                .flatMap(text -> text.cases(CaseGroup.ODD_TEXT, true)))
                .toList();
    }

    private static String characters(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * A text in all places.
     *
     * @param name what it is
     * @param text the text, put between letters that must be kept
     */
    private record Text(String name, String text) {

        Stream<ConformanceCase> cases(CaseGroup group, boolean storable) {
            String odd = "a" + text + "z";
            return Stream.of(
                    finished(
                            call(group, name + ", in a field", draft -> draft.field(ODD, odd))
                                    .leaving(exact(ODD, odd, storable)),
                            storable,
                            ODD),
                    finished(
                            call(group, name + ", in a list in a field", draft -> draft.field(ODD, List.of(odd)))
                                    .leaving(Trace.name(ODD)),
                            storable,
                            ODD),
                    finished(
                            call(group, name + ", in a message", draft -> {
                                        draft.message = odd;
                                        return draft;
                                    })
                                    .saying(storable ? new String[] {odd} : new String[] {"a", "z"}),
                            storable,
                            "msg"),
                    finished(
                            Cases.argument(group, name + ", given", () -> odd)
                                    .saying(
                                            storable
                                                    ? new String[] {"said " + odd + " then"}
                                                    : new String[] {"said a", "z then"}),
                            storable,
                            "msg"),
                    key(group, odd, storable),
                    finished(
                            call(group, name + ", in the context", draft -> draft.bound(ODD, odd))
                                    .leaving(exact(ODD, odd, storable)),
                            storable,
                            ODD),
                    boundKey(group, odd, storable),
                    logger(group, odd, storable),
                    thread(group, odd, storable),
                    failure(group, odd, storable));
        }

        private ConformanceCase key(CaseGroup group, String odd, boolean storable) {
            ConformanceCase made = call(group, name + ", in a key", draft -> draft.field(odd, "under it"))
                    .leaving(Trace.text("under it"))
                    .leaving(storable ? Trace.name(odd) : Trace.nameWith("a", "z"));
            return finished(made, storable, written());
        }

        private ConformanceCase boundKey(CaseGroup group, String odd, boolean storable) {
            ConformanceCase made = call(
                            group, name + ", in a key of the context", draft -> draft.bound(odd, "under it"))
                    .leaving(Trace.text("under it"))
                    .leaving(storable ? Trace.name(odd) : Trace.nameWith("a", "z"));
            return finished(made, storable, written());
        }

        private ConformanceCase logger(CaseGroup group, String odd, boolean storable) {
            return finished(
                    call(group, name + ", in the logger's name", draft -> {
                        draft.loggerName = odd;
                        return draft;
                    }),
                    storable,
                    "logger");
        }

        private ConformanceCase thread(CaseGroup group, String odd, boolean storable) {
            return finished(
                    call(group, name + ", in the thread's name", draft -> {
                        draft.threadName = odd;
                        return draft;
                    }),
                    storable,
                    "thread");
        }

        private ConformanceCase failure(CaseGroup group, String odd, boolean storable) {
            return finished(
                    call(group, name + ", in an exception", draft -> {
                                draft.failure = new HostileThrowables.Odd(odd);
                                return draft;
                            })
                            .leaving(Trace.text("HostileThrowables$Odd")),
                    storable,
                    "exception",
                    "error");
        }

        private static Trace exact(String key, String odd, boolean storable) {
            return storable ? Trace.value(key, odd) : Trace.name(key);
        }

        /** The key as a repair leaves it: a replacement character for each unit that can't be stored. */
        private String written() {
            return "a" + "\uFFFD".repeat(text.length()) + "z";
        }

        private static ConformanceCase finished(ConformanceCase made, boolean storable, String... repaired) {
            return storable ? made.intact() : made.repairing(repaired);
        }
    }
}
