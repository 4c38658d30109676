package io.pixsim.logging.collector.contract;

import java.io.IOException;
import java.time.Clock;

import io.pixsim.logging.collector.CollectorBuilder;
import io.pixsim.logging.collector.store.LogStore;

/** A place for entries that a contract is run on: empty at first, and there until it is closed. */
public interface TestStore extends AutoCloseable {

    /** Opens the store; after it was closed, again with all that it held. */
    LogStore open(Clock clock) throws IOException;

    /** Has a collector use it. */
    CollectorBuilder use(CollectorBuilder builder);

    /** Throws all away. */
    @Override
    void close() throws IOException;
}
