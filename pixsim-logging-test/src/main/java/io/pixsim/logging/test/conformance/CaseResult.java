package io.pixsim.logging.test.conformance;

import java.util.List;

/**
 * What became of a case.
 *
 * @param name the case's name
 * @param group the case's group
 * @param findings the checks that failed, the gravest first; empty when all is well
 * @param output what was written, up to the limit
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record CaseResult(String name, CaseGroup group, List<Finding> findings, byte[] output) {

    /**
     * Whether all is well.
     *
     * @return true when no check failed
     */
    public boolean passed() {
        return findings.isEmpty();
    }

    /**
     * What became of it, in a word.
     *
     * @return {@code ok}, or the failure of the gravest check
     */
    public String word() {
        return passed() ? "ok" : findings.get(0).check().failure();
    }
}
