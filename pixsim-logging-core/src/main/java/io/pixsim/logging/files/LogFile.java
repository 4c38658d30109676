package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A file as it was found. It is found again when it was renamed or compressed meanwhile, and not mistaken for another that
 * took its name.
 *
 * @param path where it was
 * @param name what its name says; a file of any other name counts as one that is written to
 * @param key which file it is
 * @param written when it was last written to
 */
record LogFile(Path path, LogFileName name, FileKey key, Instant written) {

    /** Files of one folder that were rotated from one another beside each other, oldest first. */
    static final Comparator<LogFile> IN_ORDER = Comparator.comparing((LogFile file) -> folder(file.path))
            .thenComparing(file -> file.name.base())
            .thenComparing(file -> !file.name.isRotated())
            .thenComparing(LogFile::name, LogFileName.BY_AGE);

    static LogFile of(Path path) throws IOException {
        BasicFileAttributes attributes = FileKey.attributes(path);
        String fileName = Objects.requireNonNull(path.getFileName()).toString();
        LogFileName name = LogFileName.parse(fileName)
                .orElseGet(() -> new LogFileName(fileName, "", -1, fileName.endsWith(".gz")));
        return new LogFile(
                path,
                name,
                FileKey.of(attributes),
                attributes.lastModifiedTime().toInstant());
    }

    Lines forward() throws IOException {
        LogFile now = located();
        return ForwardLines.open(now.path, now.name.gzipped());
    }

    /** Lines from the last to the first; of those that are not wanted, a compressed file may leave out any. */
    Lines backward(Predicate<Lines> wanted) throws IOException {
        LogFile now = located();
        return now.name.gzipped() ? new NewestGzipLines(now.path, wanted) : BackwardLines.open(now.path);
    }

    /** The day in the file's name. */
    @Nullable
    LocalDate day() {
        String digits = name.date().replaceAll("\\D", "");
        if (digits.length() < 8) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6, 8)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Where the file is by now. */
    private LogFile located() throws IOException {
        if (isHere(path)) {
            return this;
        }
        for (Path sibling : siblings()) {
            if (isHere(sibling)) {
                return new LogFile(sibling, name, key, written);
            }
        }
        Path compressed = path.resolveSibling(path.getFileName() + ".gz");
        if (name.isRotated() && !name.gzipped() && Files.isRegularFile(compressed)) {
            return of(compressed);
        }
        throw new NoSuchFileException(path.toString(), null, "the file is no longer there");
    }

    private boolean isHere(Path candidate) {
        try {
            return FileKey.of(candidate).equals(key);
        } catch (IOException e) {
            return false;
        }
    }

    private List<Path> siblings() throws IOException {
        return inFolder(folder(path), name.base());
    }

    /** The files of a folder that are, or were rotated from, one of that name. */
    static List<Path> inFolder(Path folder, String base) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (LogFileName.of(entry)
                        .filter(name -> name.base().equals(base))
                        .isPresent()) {
                    found.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
