package io.pixsim.logging.collector.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.diagnostics.Waits;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a store that writes. What waits while a commit is under way shares the next one; each request is
 * answered after its commit. A request that can't be stored costs no other one. Safe for use by many threads.
 */
public final class GroupWriter implements AutoCloseable {

    private final AppendQueue queue;
    private final Committer committer;
    private final Thread thread = new LibraryThread("collector-writer", this::run);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable String trouble;

    /** A writer that has not begun; it closes what commits for it at its end. */
    public GroupWriter(AppendQueue queue, Committer committer) {
        this.queue = queue;
        this.committer = committer;
    }

    /** Begins to write. */
    public void start() {
        thread.start();
    }

    /** Has someone told after each commit. */
    public void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    /** Why the last commit failed, if it did. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** What kept it from storing is over, as far as one can tell without storing. */
    public void recovered() {
        trouble = null;
    }

    /**
     * Hands a request over.
     *
     * @return done when it is durable; failed when it is not, with {@link StoreException.Busy} at once when too much waits
     */
    public CompletableFuture<Appended> append(Append append) {
        if (append.entries().isEmpty()) {
            return CompletableFuture.completedFuture(new Appended(0, 0, List.of()));
        }
        AppendQueue.Waiting request = AppendQueue.Waiting.of(append);
        if (!queue.offer(request)) {
            return CompletableFuture.failedFuture(
                    new StoreException.Busy(queue.entries() + " entries wait to be stored, try again later"));
        }
        return request.answer();
    }

    private void run() {
        try {
            for (List<AppendQueue.Waiting> group = queue.take(); !group.isEmpty(); group = queue.take()) {
                store(group);
                queue.done(group);
            }
        } catch (InterruptedException e) {
            queue.close();
        }
        letGo();
    }

    private void store(List<AppendQueue.Waiting> group) {
        List<Appended> answers;
        try {
            answers = committer.commit(
                    group.stream().map(AppendQueue.Waiting::append).toList());
        } catch (Exception | Error e) { // whatever it is, others wait for this thread
            if (group.size() > 1 && committer.mayBeOfOne(e)) {
                group.forEach(request -> store(List.of(request)));
            } else {
                fail(group, e);
            }
            return;
        }
        trouble = null;
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
        tellOfAppend();
    }

    /** Tells those who listen that there are new entries, whoever stored them. */
    public void tellOfAppend() {
        listeners.forEach(GroupWriter::tell);
    }

    /** What is stored is stored, whatever becomes of those who are told. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException | Error e) { // others wait for this thread
            Diagnostics.shared().trouble("a listener of the collector's store failed: " + e);
        }
    }

    /** What commits may be what is broken, so the next request finds it new. */
    private void fail(List<AppendQueue.Waiting> group, Throwable e) {
        letGo();
        trouble = String.valueOf(e.getMessage());
        StoreException failure =
                e instanceof StoreException told ? told : new StoreException("not stored: " + e.getMessage(), e);
        group.forEach(request -> request.answer().completeExceptionally(failure));
    }

    private void letGo() {
        try {
            committer.close();
        } catch (Exception | Error e) {
            trouble = String.valueOf(e.getMessage());
        }
    }

    /** Stores what waits, and ends. */
    @Override
    public void close() {
        queue.close();
        Waits.join(thread, Long.MAX_VALUE);
    }
}
