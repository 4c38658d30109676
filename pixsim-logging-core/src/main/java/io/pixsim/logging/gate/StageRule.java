package io.pixsim.logging.gate;

/** How one stage is thinned: one in so many, or polls collapsed. The index is its place among a job's counters. */
record StageRule(int index, String stage, int rate, boolean collapsing) {}
