package io.pixsim.logging.test.conformance;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** All cases, and what most of them are made with. */
final class Cases {

    static final String ODD = "odd";

    static final List<ConformanceCase> ALL = Stream.of(
                    ControlCases.all(),
                    ObjectCases.all(),
                    ContainerCases.all(),
                    NumberCases.all(),
                    TextCases.all(),
                    KeyCases.all(),
                    SizeCases.all(),
                    MessageCases.all(),
                    ThrowableCases.all(),
                    MarkerCases.all(),
                    ChangeCases.all())
            .flatMap(List::stream)
            .toList();

    private Cases() {}

    /** A value under a key of its own. */
    static ConformanceCase field(CaseGroup group, String name, Supplier<@Nullable Object> value) {
        return ConformanceCase.of(
                        group,
                        name + ", as a field",
                        () -> CallDraft.withFields().field(ODD, value.get()))
                .leaving(Trace.name(ODD));
    }

    /** A value in a message, in a plain call. */
    static ConformanceCase argument(CaseGroup group, String name, Supplier<@Nullable Object> value) {
        return ConformanceCase.of(group, name + ", in a message", () -> {
                    CallDraft draft = CallDraft.plain();
                    draft.message = "said {} then";
                    draft.arguments = new Object[] {value.get()};
                    return draft;
                })
                .saying("said ", " then");
    }

    /** A value that must be repaired wherever it stands. */
    static Stream<ConformanceCase> repaired(CaseGroup group, String name, Supplier<@Nullable Object> value) {
        return Stream.of(
                field(group, name, value).repairing(ODD),
                argument(group, name, value).repairing("msg"));
    }

    /** A value that needs no repair, odd as it is. */
    static Stream<ConformanceCase> intact(CaseGroup group, String name, Supplier<@Nullable Object> value) {
        return Stream.of(
                field(group, name, value).intact(), argument(group, name, value).intact());
    }

    /** A value of which it is a matter of taste whether it is told as repaired. */
    static Stream<ConformanceCase> either(CaseGroup group, String name, Supplier<@Nullable Object> value) {
        return Stream.of(field(group, name, value), argument(group, name, value));
    }

    /** A value without end, which is read for so long and no longer. */
    static Stream<ConformanceCase> endless(CaseGroup group, String name, Function<Patience, Object> value) {
        ConformanceCase field = ConformanceCase.attempted(group, name + ", as a field", () -> {
                    Patience patience = new Patience();
                    return Attempt.of(
                            CallDraft.withFields()
                                    .field(ODD, value.apply(patience))
                                    .finished(),
                            patience);
                })
                .leaving(Trace.name(ODD))
                .repairing(ODD);
        ConformanceCase argument = ConformanceCase.attempted(group, name + ", in a message", () -> {
                    Patience patience = new Patience();
                    CallDraft draft = CallDraft.plain();
                    draft.message = "said {} then";
                    draft.arguments = new Object[] {value.apply(patience)};
                    return Attempt.of(draft.finished(), patience);
                })
                .saying("said ")
                .repairing("msg");
        return Stream.of(field, argument);
    }

    /** A call with fields, changed in one way. */
    static ConformanceCase call(CaseGroup group, String name, UnaryOperator<CallDraft> change) {
        return ConformanceCase.of(group, name, () -> change.apply(CallDraft.withFields()));
    }
}
