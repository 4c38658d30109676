package io.pixsim.logging.rolling;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The files that were rotated away from one file: {@code worker.log.2026-11-27}, {@code worker.log.2026-11-27.1} and so on
 * by time, {@code info.log.1} by size, each perhaps with {@code .gz}; beside the file itself where the path is a link to it. Nothing else in the folder is ours.
 */
final class Archives {

    static final String PACKED = ".gz";

    private static final int MOST_LINKS = 40;

    private final Path file;
    private final Path folder;
    private final String name;
    private final Pattern dated;
    private final Pattern numbered;

    Archives(Path file) {
        this.file = linked(file.toAbsolutePath());
        this.folder = Objects.requireNonNull(this.file.getParent());
        this.name = Objects.requireNonNull(this.file.getFileName()).toString();
        this.dated = Pattern.compile(Pattern.quote(name) + "\\.\\d{4}-\\d{2}-\\d{2}(?:\\.\\d{1,6})?(?:\\.gz)?");
        this.numbered = Pattern.compile(Pattern.quote(name) + "\\.(\\d{1,6})(?:\\.gz)?");
    }

    /** What a link leads to: that is rotated, and the link stays. */
    private static Path linked(Path file) {
        Path there = file;
        try {
            for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(there); i++) {
                there = there.resolveSibling(Files.readSymbolicLink(there));
            }
        } catch (IOException e) { // it is gone
            return there;
        }
        return there;
    }

    /**
     * A rotated file.
     *
     * @param path where it is
     * @param key which file it is; null where the system does not tell
     * @param bytes its size
     * @param lastModified when it was last written to
     */
    record Archive(Path path, @Nullable Object key, long bytes, Instant lastModified) {

        /** Null when there is no file at the path. */
        static @Nullable Archive at(Path path) {
            try {
                BasicFileAttributes there =
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                Instant lastModified = there.lastModifiedTime().toInstant();
                return there.isRegularFile() ? new Archive(path, there.fileKey(), there.size(), lastModified) : null;
            } catch (IOException e) { // it is gone
                return null;
            }
        }

        boolean isPacked() {
            return path.toString().endsWith(PACKED);
        }

        /** Whether it is the same file, perhaps at another path, and nobody has written to it. */
        boolean isSameAs(@Nullable Archive other) {
            return other != null
                    && Objects.equals(key, other.key)
                    && bytes == other.bytes
                    && lastModified.equals(other.lastModified);
        }
    }

    /** The rotated files, the newest first. */
    List<Archive> list(boolean byNumber) throws IOException {
        List<Archive> archives = new ArrayList<>();
        Pattern ours = byNumber ? numbered : dated;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                boolean matches =
                        ours.matcher(String.valueOf(entry.getFileName())).matches();
                Archive archive = matches ? Archive.at(entry) : null;
                if (archive != null) {
                    archives.add(archive);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        archives.sort(Comparator.comparing(Archive::lastModified).reversed());
        return archives;
    }

    /** Where a file is by now; null when it is gone, or was written to. */
    @Nullable
    Archive find(Archive archive, boolean byNumber) throws IOException {
        return list(byNumber).stream().filter(archive::isSameAs).findFirst().orElse(null);
    }

    /** Moves the file away under the name of a period, or the first free one behind it; never over another file. */
    void moveAway(LocalDate period) throws IOException {
        for (int i = 0; i < 1_000_000; i++) {
            Path target = folder.resolve(name + "." + period + (i == 0 ? "" : "." + i));
            if (!exists(target) && !exists(packed(target))) {
                move(target);
                return;
            }
        }
    }

    /** Moves the file to number 1, 1 to 2 and so on, and lets go of those beyond the most that are kept. */
    void shift(int keepFiles) throws IOException {
        List<Archive> archives = list(true);
        archives.sort(Comparator.comparingInt(this::number).reversed());
        int free = firstFree(archives);
        for (Archive archive : archives) {
            int number = number(archive);
            if (keepFiles > 0 && number >= keepFiles) {
                Files.deleteIfExists(archive.path());
            } else if (number < free) {
                Files.move(archive.path(), numbered(number + 1, archive.isPacked()));
            }
        }
        move(numbered(1, false));
    }

    private void move(Path target) throws IOException {
        FileRights rights = FileRights.of(file);
        Files.move(file, target);
        try (Closeable made = rights.create(file)) {
            rights.giveTo(file);
        } catch (IOException e) { // another process was first; or it is told when the file is opened
            rights.giveTo(file);
        }
    }

    private int firstFree(List<Archive> archives) {
        int free = 1;
        while (isTaken(archives, free)) {
            free++;
        }
        return free;
    }

    private boolean isTaken(List<Archive> archives, int number) {
        return archives.stream().anyMatch(archive -> number(archive) == number);
    }

    private Path numbered(int number, boolean packed) {
        return folder.resolve(name + "." + number + (packed ? PACKED : ""));
    }

    private int number(Archive archive) {
        Matcher matcher = numbered.matcher(String.valueOf(archive.path().getFileName()));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    static Path packed(Path archive) {
        return archive.resolveSibling(archive.getFileName() + PACKED);
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
