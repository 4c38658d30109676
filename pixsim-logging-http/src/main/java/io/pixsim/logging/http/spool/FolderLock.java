package io.pixsim.logging.http.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Says that somebody works on the segments of an origin. Between processes a lock on a file does, which ends with its
 * process; within one it does not, and looking at a file that is locked may even unlock it. So in a process a system
 * property stands before it: those are shared by all class loaders.
 */
final class FolderLock implements AutoCloseable {

    private static final String PROPERTY = "io.pixsim.logging.spool.";
    private static final String SUFFIX = ".lock";
    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{" + SegmentFormat.ORIGIN_LENGTH + "})" + Pattern.quote(SUFFIX));

    private final String property;
    private RandomAccessFile file;

    private FolderLock(String property, RandomAccessFile file) {
        this.property = property;
        this.file = file;
    }

    static Path path(Path folder, String origin) {
        return folder.resolve(origin + SUFFIX);
    }

    /** Whose lock a file is; null when it is none. */
    static @Nullable String origin(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** Null when somebody else has it. */
    static @Nullable FolderLock tryLock(Path folder, String origin) throws IOException {
        String property = PROPERTY + origin;
        if (System.getProperties().putIfAbsent(property, "locked") != null) {
            return null;
        }
        RandomAccessFile file = null;
        try {
            file = new RandomAccessFile(path(folder, origin).toFile(), "rw");
            FileLock lock = file.getChannel().tryLock();
            if (lock != null) {
                return new FolderLock(property, file);
            }
        } catch (
                OverlappingFileLockException
                        e) { // another class loader, with another way to say so: leave all as it is
            return null;
        } catch (IOException e) {
            release(property, file);
            throw e;
        }
        release(property, file);
        return null;
    }

    /** Locks once more where somebody has deleted the file: on one that is gone nobody sees the lock. */
    void renewIfGone(Path folder, String origin) throws IOException {
        Path path = path(folder, origin);
        if (Files.exists(path)) {
            return;
        }
        RandomAccessFile next = new RandomAccessFile(path.toFile(), "rw");
        if (next.getChannel().tryLock() == null) {
            next.close();
            throw new IOException("somebody else has taken over " + origin);
        }
        file.close();
        file = next;
    }

    /** Whether somebody has it now. */
    static boolean isHeld(Path folder, String origin) throws IOException {
        if (!Files.exists(path(folder, origin))) {
            return false;
        }
        FolderLock lock = tryLock(folder, origin);
        if (lock == null) {
            return true;
        }
        lock.close();
        return false;
    }

    private static void release(String property, @Nullable RandomAccessFile file) throws IOException {
        System.clearProperty(property);
        if (file != null) {
            file.close();
        }
    }

    @Override
    public void close() throws IOException {
        release(property, file);
    }
}
