package io.pixsim.logging.sink;

import io.pixsim.logging.diagnostics.FileStats;

/** A sink that writes files in the background. Behind the front door, {@code Logging.stats} finds it by this interface. */
public interface FileSink extends Delivering {

    /**
     * What became of the events so far.
     *
     * @return a snapshot
     */
    FileStats fileStats();
}
