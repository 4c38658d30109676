package io.pixsim.logging.rolling;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

import io.pixsim.logging.diagnostics.FileLoss;
import org.jspecify.annotations.Nullable;

/** What an exception of a file means. */
public final class IoTrouble {

    /** Below this, a disk is as good as full. */
    private static final long A_BLOCK = 4096;

    private IoTrouble() {}

    /**
     * Names it.
     *
     * @param e what was thrown: an {@code IOException}, or a {@code SecurityException} of a host that does not permit it
     * @param path the file
     * @return the reason under which lines count that are lost because of it
     */
    public static FileLoss of(Exception e, Path path) {
        if (e instanceof SecurityException) {
            return FileLoss.NOT_WRITABLE;
        }
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("quota") || isFull(path)) {
            return FileLoss.DISK_FULL;
        }
        boolean refused = e instanceof AccessDeniedException
                || e instanceof NoSuchFileException
                || e instanceof NotDirectoryException
                || message.contains("read-only");
        return refused || !isWritable(path) ? FileLoss.NOT_WRITABLE : FileLoss.IO_FAILED;
    }

    /**
     * Whether there is a folder that can be written to, or one in which it can be made.
     *
     * @param folder the folder
     * @return false when something else is in its place, or the disk or its rights do not allow it
     */
    public static boolean isFolderToWriteIn(Path folder) {
        try {
            Path there = existing(folder);
            return there != null && Files.isDirectory(there) && Files.isWritable(there);
        } catch (SecurityException e) { // what may not be looked at may not be written to
            return false;
        }
    }

    private static boolean isFull(Path path) {
        Path there = existing(path);
        try {
            return there != null && Files.getFileStore(there).getUsableSpace() < A_BLOCK;
        } catch (IOException | RuntimeException ignored) { // it does not tell
            return false;
        }
    }

    private static boolean isWritable(Path path) {
        Path there = existing(path);
        return there != null && Files.isWritable(there);
    }

    private static @Nullable Path existing(Path path) {
        Path there = path.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }
}
