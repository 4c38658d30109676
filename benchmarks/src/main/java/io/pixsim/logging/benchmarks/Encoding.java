package io.pixsim.logging.benchmarks;

/** A library's encoder with events of that library's own kind, made before they are encoded. */
interface Encoding {

    /** Makes the events of a batch. */
    void prepare(Event[] batch);

    /** Encodes an event of the batch: one line and its line feed. */
    byte[] encode(int index);
}
