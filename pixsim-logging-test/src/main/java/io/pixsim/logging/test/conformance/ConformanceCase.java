package io.pixsim.logging.test.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** One hostile value in one place, and what must be left of it. Immutable. */
public final class ConformanceCase {

    private final CaseGroup group;
    private final String name;
    private final Supplier<Attempt> attempts;
    private final List<Trace> traces = new ArrayList<>();
    private List<String> message = List.of(CallDraft.MESSAGE);
    private final Set<String> given = new HashSet<>();
    private Predicate<Set<String>> repaired = names -> true;
    private String repairedRule = "";
    private @Nullable String inner;

    private ConformanceCase(CaseGroup group, String name, Supplier<Attempt> attempts) {
        this.group = group;
        this.name = name;
        this.attempts = attempts;
    }

    /**
     * What the case is called; no two are called the same.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * What it has in common with others.
     *
     * @return the group
     */
    public CaseGroup group() {
        return group;
    }

    @Override
    public String toString() {
        return name;
    }

    static ConformanceCase of(CaseGroup group, String name, Supplier<CallDraft> call) {
        return new ConformanceCase(group, name, () -> Attempt.of(call.get().finished()));
    }

    /** A case with a value that can be given only so much time, or that has to be put away afterwards. */
    static ConformanceCase attempted(CaseGroup group, String name, Supplier<Attempt> attempts) {
        return new ConformanceCase(group, name, attempts);
    }

    /** A part of the message must be kept, instead of the usual one. */
    ConformanceCase saying(String... parts) {
        message = List.of(parts);
        return this;
    }

    ConformanceCase leaving(Trace trace) {
        traces.add(trace);
        return this;
    }

    /** A companion that the case itself gives another value. */
    ConformanceCase without(String companion) {
        given.add(companion);
        return this;
    }

    /** These names at least must be among those that are told as repaired. */
    ConformanceCase repairing(String... names) {
        repaired = told -> told.containsAll(List.of(names));
        repairedRule = "should name " + List.of(names);
        return this;
    }

    /** Nothing needs repair, so nothing may be told. */
    ConformanceCase intact() {
        repaired = Set::isEmpty;
        repairedRule = "should name nothing";
        return this;
    }

    /** A value of the case logs itself: a line that says this may stand beside the case's own. */
    ConformanceCase alsoWriting(String message) {
        inner = message;
        return this;
    }

    @Nullable
    String inner() {
        return inner;
    }

    Attempt attempt() {
        return attempts.get();
    }

    List<String> messageParts() {
        return message;
    }

    List<Trace> traces() {
        return List.copyOf(traces);
    }

    boolean gives(String companion) {
        return given.contains(companion);
    }

    /** What is wrong with the names that are told as repaired, or null. */
    @Nullable
    String complaintAbout(Set<String> told) {
        return repaired.test(told) ? null : repairedRule + ", names " + told;
    }
}
