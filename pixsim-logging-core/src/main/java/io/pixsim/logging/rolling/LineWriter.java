package io.pixsim.logging.rolling;

import java.util.List;
import java.util.function.BooleanSupplier;

import io.pixsim.logging.diagnostics.FileLoss;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link WriterThread} does with the lines that it takes. Called on that thread alone; nothing here throws but what
 * is a mistake.
 *
 * @param <T> where lines go
 */
public interface LineWriter<T> {

    /**
     * Writes chunks. When it returns, each line is written or counted as lost.
     *
     * @param batch the lines, oldest first
     * @param patience waits a moment before another try; false when there is no time for one
     * @return how many of the lines were written
     */
    int write(List<Chunk<T>> batch, BooleanSupplier patience);

    /** Called between two batches, and once a second when there are none: whatever else is due. */
    void tick();

    /** Lets go of all that is open. */
    void close();

    /** {@return how many files are open; asked by any thread} */
    int openFiles();

    /** {@return why lines wait, or null while nothing is wrong; asked by any thread} */
    @Nullable
    FileLoss trouble();
}
