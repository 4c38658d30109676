package io.pixsim.logging.test.conformance;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of every case.
 *
 * @param results one for each case, in the suite's order
 */
public record ConformanceReport(List<CaseResult> results) {

    /**
     * The cases of which a check failed.
     *
     * @return their results, in the suite's order
     */
    public List<CaseResult> failures() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /**
     * How many cases of a group there are.
     *
     * @param group the group
     * @return the number
     */
    public long total(CaseGroup group) {
        return results.stream().filter(result -> result.group() == group).count();
    }

    /**
     * How many cases of a group passed every check.
     *
     * @param group the group
     * @return the number
     */
    public long passed(CaseGroup group) {
        return results.stream()
                .filter(result -> result.group() == group && result.passed())
                .count();
    }

    @Override
    public String toString() {
        return failures().stream()
                .map(result -> result.name() + ": " + result.findings())
                .collect(Collectors.joining(
                        "\n",
                        "%d of %d cases passed\n"
                                .formatted(results.size() - failures().size(), results.size()),
                        ""));
    }
}
