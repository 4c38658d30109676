package io.pixsim.logging.collector.store;

import java.util.List;

/** Stores what a {@link GroupWriter} gives it. Used by one thread. */
public interface Committer extends AutoCloseable {

    /**
     * Stores requests with one commit: all of them or none.
     *
     * @param requests at least one
     * @return an answer for each, in their order; it is durable
     * @throws StoreException to be told as it is; whatever else is thrown is told as the reason that nothing was stored
     */
    List<Appended> commit(List<Append> requests) throws Exception;

    /**
     * Whether a failure may come from what one request holds. What comes from a disk or a network that fails is so for all,
     * and each try costs time.
     */
    boolean mayBeOfOne(Throwable failure);

    /** Gives back what it holds, which may be what is broken; a later {@link #commit} begins anew. */
    @Override
    void close() throws Exception;
}
