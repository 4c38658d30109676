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
     * Writes chunks, or the first of their lines, and those of earlier ones. Lines that are written or counted as lost are
     * {@link Chunk#done}. When this throws, which it does by mistake alone, it writes none of the others any more.
     *
     * @param batch more lines, oldest first; none when only earlier ones are left
     * @param patience waits a moment before another try; false when there is no time for one
     * @return how many of the lines were written
     */
    int write(List<Chunk<T>> batch, BooleanSupplier patience);

    /** {@return whether lines are left that are neither written nor lost: then it is called again at once} */
    default boolean isBehind() {
        return false;
    }

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
