package io.pixsim.logging.rolling;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is to rename, replace or delete what was rotated away from a file: a rotation gives each number to another
 * file, so nothing may be done by a path meanwhile. In this process it is a lock, among processes one on the file that is
 * written to. Safe for use by many threads.
 */
final class Turn {

    private final ReentrantLock ours = new ReentrantLock();

    /** What is done alone; gives whether it was. */
    interface Action {

        boolean run() throws IOException;
    }

    /** For who writes to the file, and does not wait. False, too, when the path does not lead to the file any more. */
    boolean takeAtOnce(AppendFile current, Action action) throws IOException {
        if (!ours.tryLock()) {
            return false;
        }
        try {
            return locked(current, action);
        } finally {
            ours.unlock();
        }
    }

    /** For all others. False, too, when another process has it. */
    boolean take(Path file, Action action) throws IOException {
        ours.lock();
        try {
            if (!Files.isRegularFile(file)) { // there is nothing to be rotated
                return action.run();
            }
            try (AppendFile current = AppendFile.open(file)) {
                return locked(current, action);
            }
        } finally {
            ours.unlock();
        }
    }

    private static boolean locked(AppendFile current, Action action) throws IOException {
        try (FileLock lock = current.tryLock()) {
            return lock != null && current.isAtItsPath() && action.run();
        }
    }
}
