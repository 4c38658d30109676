package io.pixsim.logging.benchmarks.collector;

/** What people ask of a store, the same of all of them. */
enum Question {
    TRACE("trace of a job", 5),
    PAGE("service and level, newest 100", 5),
    WORD("word of one entry in a hundred, newest 50", 20),
    RARE_WORD("word of one entry in a million", 20),
    MONTH("30 days by level, with counts and durations", 50),
    MONTH_OF_ERRORS("the same of the errors of a service", 50),
    DISTINCT("distinct stages", 1),
    NEWEST("newest 100", Double.NaN);

    private final String wording;
    private final double goal;

    Question(String wording, double goal) {
        this.wording = wording;
        this.goal = goal;
    }

    String wording() {
        return wording;
    }

    /** The most milliseconds that 95 of a hundred answers are to take; not a number where there is none. */
    double goal() {
        return goal;
    }
}
