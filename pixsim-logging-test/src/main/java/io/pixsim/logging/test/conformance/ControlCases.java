package io.pixsim.logging.test.conformance;

import java.util.List;

/** Nothing hostile. */
final class ControlCases {

    private ControlCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                Cases.call(CaseGroup.CONTROL, "an event with fields and context", draft -> draft)
                        .intact(),
                ConformanceCase.of(CaseGroup.CONTROL, "an event with context only", CallDraft::plain)
                        .intact(),
                Cases.argument(CaseGroup.CONTROL, "a text", () -> "a word")
                        .saying("said a word then")
                        .intact(),
                Cases.field(CaseGroup.CONTROL, "a text", () -> "a word")
                        .leaving(Trace.value(Cases.ODD, "a word"))
                        .intact(),
                Cases.call(CaseGroup.CONTROL, "an exception with a cause", draft -> {
                            draft.failure =
                                    new HostileThrowables.Odd("outer", new HostileThrowables.Odd("no answer in 5 s"));
                            return draft;
                        })
                        .leaving(Trace.text("no answer in 5 s"))
                        .intact());
    }
}
