package io.pixsim.logging.collector;

import java.io.IOException;
import java.time.Clock;

import io.pixsim.logging.collector.store.LogStore;

/** Opens the store that a collector was told to use. */
interface StoreSource {

    /**
     * Opens it.
     *
     * @throws IOException when it can't be had; the text holds no credential
     */
    LogStore open(Clock clock) throws IOException;
}
