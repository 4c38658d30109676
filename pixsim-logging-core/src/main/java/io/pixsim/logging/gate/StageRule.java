package io.pixsim.logging.gate;

/**
 * How one stage is thinned: one in so many, or polls collapsed.
 *
 * @param index its place among a job's counters
 * @param stage the stage
 * @param rate one in how many is kept
 * @param collapsing whether unchanged polls are collapsed instead
 * @param end whether a job ends with it
 */
record StageRule(int index, String stage, int rate, boolean collapsing, boolean end) {}
