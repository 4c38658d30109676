package io.pixsim.logging.gate;

/** What whoever makes the calls keeps of one, to write it later; it holds values that never change, and no others. */
public interface Snapshot {}
