package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The lines of a file as they are written: each once, in order, and only when it is whole. Goes on when the file is renamed
 * and made anew, copied and cut, or rotated several times between two looks, compressed or not; waits for a file that is not
 * there yet.
 *
 * <p>Has no thread: it looks when it is asked, and while it waits ten times a second. Safe for use by many threads, each of
 * which gets other lines; {@link #close()} ends the wait of all.
 */
public final class LogFollower implements AutoCloseable {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final LineBuffer lines = new LineBuffer();
    private final FollowedFile file;

    LogFollower(Root root, Path path, int tailBytes) throws IOException {
        this.file = new FollowedFile(root, path, lines, tailBytes);
    }

    /**
     * The next line, if it is there already.
     *
     * @return the line without its line feed, or empty when there is none yet, or this is closed
     * @throws IOException when the file can't be read; may be tried again
     */
    public synchronized Optional<String> poll() throws IOException {
        try {
            while (closed.getCount() > 0) {
                if (lines.next()) {
                    return Optional.of(
                            new String(lines.array(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8));
                }
                if (!file.advance()) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (ClosedByInterruptException e) { // the place is known; the next call opens the file there
            closeFile();
            throw e;
        }
    }

    /**
     * The next line; waits for it.
     *
     * @param timeout how long at the most; not at all unless more than zero
     * @return the line without its line feed, or empty when none came in time, or this was closed
     * @throws IOException when the file can't be read; may be tried again
     * @throws InterruptedException when the thread was interrupted; no line is lost by it
     */
    public Optional<String> next(Duration timeout) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long most = Math.max(0, TimeUnit.NANOSECONDS.convert(timeout)); // as many as a long holds
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Optional<String> line = pollInterruptibly();
            long left = most - (System.nanoTime() - start);
            if (line.isPresent() || left <= 0 || closed.await(Math.min(left, LOOK), TimeUnit.NANOSECONDS)) {
                return line;
            }
        }
    }

    /**
     * How often the file was cut or replaced and no file beside it continues what was read: then lines may have been
     * missed.
     *
     * @return the count
     */
    public synchronized long gaps() {
        return file.gaps();
    }

    /**
     * How many lines were passed over: never finished before the file was replaced, or longer than 16 MiB.
     *
     * @return the count
     */
    public synchronized long skippedLines() {
        return file.skipped() + lines.passedOver();
    }

    /** Ends waits, and closes the file. Lines not yet taken are gone. */
    @Override
    public void close() {
        closed.countDown();
        closeFile();
    }

    private Optional<String> pollInterruptibly() throws IOException, InterruptedException {
        try {
            return poll();
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            InterruptedException interrupted = new InterruptedException();
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private synchronized void closeFile() {
        try {
            file.close();
        } catch (IOException e) { // it was only read
            return;
        }
    }
}
