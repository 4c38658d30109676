package io.pixsim.logging.benchmarks;

import java.util.List;

import io.pixsim.logging.test.conformance.CaseGroup;
import io.pixsim.logging.test.conformance.ConformanceCase;
import io.pixsim.logging.test.conformance.EncoderConformance;

/**
 * What became of every case with one contestant.
 *
 * @param cases one for each case, in the suite's order
 */
record Score(List<Line> cases) {

    long total() {
        return cases.size();
    }

    long passed() {
        return cases.stream().filter(Line::passed).count();
    }

    String inGroup(CaseGroup group) {
        List<ConformanceCase> all = EncoderConformance.cases();
        long total = 0;
        long passed = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).group() == group) {
                total++;
                passed += cases.get(i).passed() ? 1 : 0;
            }
        }
        return passed + "/" + total;
    }

    long told() {
        return cases.stream().filter(Line::told).count();
    }

    long fitting() {
        return cases.stream().filter(Line::fits).count();
    }

    @Override
    public String toString() {
        return passed() + " of " + total();
    }

    /**
     * One case.
     *
     * @param word what became of it
     * @param told whether a line was written that tells its repairs
     * @param fits whether a line was written that the ingest endpoint takes
     */
    record Line(String word, boolean told, boolean fits) {

        boolean passed() {
            return word.equals("ok");
        }
    }
}
