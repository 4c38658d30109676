package io.pixsim.logging.benchmarks.collector;

import java.util.Locale;

/** What was measured against a goal, as a table. */
final class Goals {

    private final StringBuilder lines = new StringBuilder();

    /** A goal that is reached by as much or less. */
    void most(String what, double value, double most) {
        line(what, value, "≤", most, value <= most);
    }

    /** A goal that is reached by as much or more. */
    void least(String what, double value, double least) {
        line(what, value, "≥", least, value >= least);
    }

    private void line(String what, double value, String relation, double goal, boolean isReached) {
        String line = String.format(
                Locale.ROOT, "| %s | %,.2f | %s %,.0f | %s |%n", what, value, relation, goal, reached(isReached));
        lines.append(line);
        System.out.print(line);
    }

    static String reached(boolean isReached) {
        return isReached ? "yes" : "**no**";
    }

    String table() {
        return "| | measured | goal | reached |\n|---|--:|--:|---|\n" + lines;
    }
}
