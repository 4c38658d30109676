package io.pixsim.logging.collector.ingest;

import java.util.List;

import io.pixsim.logging.collector.entry.LogEntry;

/**
 * An entry, and what of its event could not be taken as it was.
 *
 * @param entry the entry
 * @param repairs what was put right, for the one who sent it
 */
record Made(LogEntry entry, List<String> repairs) {}
