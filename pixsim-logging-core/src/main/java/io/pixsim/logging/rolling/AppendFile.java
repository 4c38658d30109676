package io.pixsim.logging.rolling;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * A file that is open and only appended to, so that several processes may: the system puts what one call writes behind all
 * that is there. A line that was cut off, by a full disk, or by the death of this process or another one, is ended before
 * another one is written. For one thread.
 */
public final class AppendFile implements AutoCloseable {

    private static final Set<OpenOption> AGAIN = Set.of(StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    private static final byte END_OF_LINE = '\n';
    private static final int TRIES = 10;
    private static final long A_WRITE = TimeUnit.MILLISECONDS.toNanos(2);

    private final Path path;
    private final LinkOption[] options;
    private final FileChannel channel;
    private final @Nullable Object key;
    private final boolean regular;
    private final boolean shared;
    private final Instant lastModified;
    private long size;
    private boolean torn;

    private AppendFile(Path path, FileChannel channel, long size) {
        this.path = path;
        this.options = new LinkOption[0];
        this.channel = channel;
        this.key = null;
        this.regular = true;
        this.shared = false;
        this.lastModified = Instant.EPOCH;
        this.size = size;
    }

    private AppendFile(Path path, LinkOption[] options, FileChannel channel, BasicFileAttributes attributes) {
        this.path = path;
        this.options = options;
        this.channel = channel;
        this.key = attributes.fileKey();
        this.regular = attributes.isRegularFile();
        this.shared = regular;
        this.lastModified = attributes.lastModifiedTime().toInstant();
    }

    /**
     * Opens a file, and makes it where there is none.
     *
     * @param path the file; its folder is there
     * @param options {@link LinkOption#NOFOLLOW_LINKS} to refuse a link
     * @return the file, open
     * @throws IOException when it can't be opened
     */
    public static AppendFile open(Path path, LinkOption... options) throws IOException {
        Set<OpenOption> how = new HashSet<>(Set.of(options));
        how.add(StandardOpenOption.CREATE);
        how.add(StandardOpenOption.APPEND);
        for (int i = 0; i < TRIES; i++) {
            BasicFileAttributes before = attributes(path, options);
            AppendFile file = open(path, options, how, before);
            if (file != null) {
                return file;
            }
        }
        throw new IOException(path + " is moved away whenever it is opened");
    }

    /** Null when the file was not there before, or is another one now: what is open may be moved away already. */
    private static @Nullable AppendFile open(
            Path path, LinkOption[] options, Set<OpenOption> how, @Nullable BasicFileAttributes before)
            throws IOException {
        FileChannel channel = FileChannel.open(path, how);
        try {
            BasicFileAttributes now = attributes(path, options);
            if (before != null && now != null && Objects.equals(before.fileKey(), now.fileKey())) {
                AppendFile file = new AppendFile(path, options, channel, now);
                file.look();
                return file;
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    private static @Nullable BasicFileAttributes attributes(Path path, LinkOption[] options) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, options);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /**
     * Opens a file that this process has had open before and left whole, for no more than a few writes: it is not asked what
     * it is.
     *
     * @param path the file; no link is followed
     * @param size what it was left with, in bytes
     * @return the file, open
     * @throws IOException when it can't be opened, or is gone
     */
    public static AppendFile reopen(Path path, long size) throws IOException {
        return new AppendFile(path, FileChannel.open(path, AGAIN), size);
    }

    /**
     * Makes a file's folder, where it is missing.
     *
     * @param path the file
     * @throws IOException when it can't be made
     */
    public static void makeFolder(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        try {
            Files.createDirectories(Objects.requireNonNull(folder));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw new NotDirectoryException(folder.toString());
            }
        }
    }

    /**
     * Writes bytes that end with a line.
     *
     * @param lines the bytes; what of them was written shows in their position when this throws
     * @throws IOException when not all of them could be
     */
    public void write(ByteBuffer lines) throws IOException {
        look();
        int start = lines.position();
        try {
            if (torn) {
                endLine();
            }
            while (lines.hasRemaining()) {
                channel.write(lines);
            }
        } finally {
            int count = lines.position() - start;
            size += count;
            torn |= count > 0 && lines.get(lines.position() - 1) != END_OF_LINE;
        }
    }

    /**
     * Whether the path still leads here: not when the file was removed, renamed or replaced.
     *
     * @return false when it does not
     */
    public boolean isStillThere() {
        try {
            boolean there = isAtItsPath();
            look();
            return there;
        } catch (IOException e) {
            return false;
        }
    }

    /** As above, and opens nothing: whoever closes a file lets go of each lock that the process has on it. */
    boolean isAtItsPath() {
        try {
            BasicFileAttributes there = attributes(path, options);
            return there != null && Objects.equals(there.fileKey(), key);
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return whether it is a file, and not, for instance, a terminal or a pipe} */
    public boolean isRegular() {
        return regular;
    }

    /** {@return its size in bytes, as far as it is known} */
    public long size() {
        return size;
    }

    /** {@return when it was written to before it was opened} */
    public Instant lastModified() {
        return lastModified;
    }

    /** Locks it among processes, or gives null when another one holds it. */
    @Nullable
    FileLock tryLock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) { // another appender of this process
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) { // there is nothing that waits in it
            return;
        }
    }

    /** Another process may have written to it, and died in the middle of a line; or cut it. */
    private void look() throws IOException {
        long there = shared ? channel.size() : size;
        if (there == size) {
            return;
        }
        size = there;
        torn = there > 0 && !endsWithALine();
        if (torn) { // or it is in the middle of a write
            LockSupport.parkNanos(A_WRITE);
            size = channel.size();
            torn = size > 0 && !endsWithALine();
        }
    }

    private void endLine() throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {END_OF_LINE}));
        size++;
        torn = false;
    }

    private boolean endsWithALine() {
        ByteBuffer last = ByteBuffer.allocate(1);
        Set<OpenOption> how = new HashSet<>(Set.of(options));
        how.add(StandardOpenOption.READ);
        try (FileChannel reader = FileChannel.open(path, how)) {
            return reader.read(last, size - 1) < 1 || last.get(0) == END_OF_LINE;
        } catch (IOException e) { // it may be written but not read
            return true;
        }
    }
}
