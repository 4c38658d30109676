package io.pixsim.logging.rolling;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.FileLoss;
import org.jspecify.annotations.Nullable;

/** What an exception of a file means. */
public final class IoTrouble {

    /** Below this, a disk is as good as full. */
    private static final long A_BLOCK = 4096;

    private static final String READ_ONLY = "read-only";
    private static final String TOO_MANY_OPEN = "too many open files";

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
        String reason = reason(e);
        if (reason.contains("no space left") || reason.contains("quota") || isFull(path)) {
            return FileLoss.DISK_FULL;
        }
        boolean refused = e instanceof AccessDeniedException
                || e instanceof NoSuchFileException
                || e instanceof NotDirectoryException
                || reason.contains(READ_ONLY);
        return refused || !isWritable(path) ? FileLoss.NOT_WRITABLE : FileLoss.IO_FAILED;
    }

    /**
     * Tells that something went wrong, unless there is no memory left to do so: then nobody can be told.
     *
     * @param subject what it happened to
     * @param what happened to it
     * @param e what was thrown
     */
    public static void tell(Object subject, String what, Throwable e) {
        try {
            Diagnostics.shared().trouble(subject + " " + what + ": " + e);
        } catch (OutOfMemoryError again) {
            return;
        }
    }

    /**
     * Whether it befalls all files below a folder, and not one of them alone. What may not be written to in an existing folder
     * may still be writable further below.
     *
     * @param folder the folder
     * @param e what was thrown
     * @return true when the file system can only be read, the process has too many files open, or the folder is missing and
     *     can't be made
     */
    public static boolean isOfAllBelow(Path folder, Exception e) {
        String reason = reason(e);
        return reason.contains(READ_ONLY) || reason.contains(TOO_MANY_OPEN) || !mayBeFolder(folder);
    }

    /**
     * Whether the process, or the system, has as many files open as it may.
     *
     * @param e what was thrown
     * @return true when it helps to close some
     */
    public static boolean isTooManyOpen(Exception e) {
        return reason(e).contains(TOO_MANY_OPEN);
    }

    private static boolean mayBeFolder(Path folder) {
        try {
            Path there = existing(folder);
            return there != null
                    && Files.isDirectory(there)
                    && (there.equals(folder.toAbsolutePath()) || Files.isWritable(there));
        } catch (SecurityException e) { // what may not be looked at may not be written to
            return false;
        }
    }

    /** Without the file's name, which others choose. */
    private static String reason(Exception e) {
        String reason = e instanceof FileSystemException of ? of.getReason() : e.getMessage();
        return String.valueOf(reason).toLowerCase(Locale.ROOT);
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
