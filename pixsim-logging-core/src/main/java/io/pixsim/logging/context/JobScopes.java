package io.pixsim.logging.context;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Tells when the last scope that binds a job is closed, on whatever threads there were any. While nobody wants to know,
 * nothing is counted. A scope that is never closed keeps its job from ending; ten thousand jobs are counted at the most.
 * Safe for use by many threads.
 */
public final class JobScopes {

    private static final int MOST = 10_000;
    private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();
    private static final Map<String, Integer> OPEN = new ConcurrentHashMap<>();
    private static final Set<String> HANDED_ON = ConcurrentHashMap.newKeySet();

    private JobScopes() {}

    /**
     * Listens from now on.
     *
     * @param listener is told the job's id, on the thread that closes its last scope, while that is still bound; throws
     *     nothing
     */
    public static void listen(Consumer<String> listener) {
        LISTENERS.add(listener);
    }

    /**
     * Listens no more.
     *
     * @param listener who listened
     */
    public static void forget(Consumer<String> listener) {
        LISTENERS.remove(listener);
        if (LISTENERS.isEmpty()) {
            OPEN.clear();
            HANDED_ON.clear();
        }
    }

    /**
     * Whether a scope binds a job, on whatever thread.
     *
     * @param jobId the job
     * @return true when one is known; while nobody listens, none is
     */
    public static boolean isOpen(String jobId) {
        return OPEN.containsKey(jobId);
    }

    /**
     * Whether the context of a job was taken along for another thread, which may go on with the job at any time.
     *
     * @param jobId the job
     * @return true when it was, since the job was {@linkplain #over told to be over}
     */
    public static boolean isHandedOn(String jobId) {
        return HANDED_ON.contains(jobId);
    }

    /**
     * Forgets what is known of a job.
     *
     * @param jobId the job, which is over
     */
    public static void over(String jobId) {
        HANDED_ON.remove(jobId);
    }

    /**
     * Takes note that the context of a job is taken along for another thread. Of one that no scope binds, none is taken: it
     * does not end with a scope, or has ended.
     *
     * @param jobId the job; null when there is none
     */
    public static void handedOn(@Nullable String jobId) {
        if (jobId != null && OPEN.containsKey(jobId) && HANDED_ON.size() < MOST) {
            HANDED_ON.add(jobId);
        }
    }

    static boolean opened(@Nullable String jobId) {
        if (jobId == null || LISTENERS.isEmpty() || (OPEN.size() >= MOST && !OPEN.containsKey(jobId))) {
            return false;
        }
        OPEN.merge(jobId, 1, Integer::sum);
        return true;
    }

    /** A context that was taken along is a scope as well, but of a job that none ever bound: that does not end with one. */
    static boolean joined(@Nullable String jobId) {
        return jobId != null && (isOpen(jobId) || isHandedOn(jobId)) && opened(jobId);
    }

    static void closed(String jobId) {
        boolean last = OPEN.computeIfPresent(jobId, (id, scopes) -> scopes > 1 ? scopes - 1 : null) == null;
        if (last) {
            LISTENERS.forEach(listener -> listener.accept(jobId));
        }
    }
}
