package io.pixsim.logging.collector.store;

/**
 * What became of an {@link Append}: all of it is on the disk.
 *
 * @param firstId the id of the first entry that was stored; 0 when none was
 * @param stored how many entries were stored
 * @param repeated how many had been stored before
 */
public record Appended(long firstId, int stored, int repeated) {}
