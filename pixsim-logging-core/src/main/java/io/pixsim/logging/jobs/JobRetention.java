package io.pixsim.logging.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.pixsim.logging.diagnostics.Diagnostics;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the files of jobs that are over for long, and the oldest of too many. Ours is what is a file, and no link, at a
 * path that the pattern makes, and begins as our lines do. One that was written to within the hour, or for as long as an idle
 * file is left open, may be open.
 */
final class JobRetention implements Runnable {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Path root;
    private final List<Pattern> parts;
    private final Duration mayBeOpen;
    private final Duration keepFor;
    private final long keepBytes;
    private final Supplier<Instant> now;

    JobRetention(
            Path root, JobPattern pattern, Duration idle, Duration keepFor, long keepBytes, Supplier<Instant> now) {
        this.root = root;
        this.parts = pattern.matchers();
        this.mayBeOpen = AN_HOUR.plus(idle);
        this.keepFor = keepFor;
        this.keepBytes = keepBytes;
        this.now = now;
    }

    private record Found(Path path, long bytes, Instant lastModified) {}

    @Override
    public void run() {
        if (keepFor.isZero() && keepBytes == 0) {
            return;
        }
        List<Found> files = new ArrayList<>();
        find(root, 0, files);
        files.sort(Comparator.comparing(Found::lastModified).reversed());
        long bytes = 0;
        for (Found file : files) {
            bytes += file.bytes();
            boolean tooLarge = keepBytes > 0 && bytes > keepBytes;
            if ((tooLarge || isOlderThan(keepFor, file)) && isOlderThan(mayBeOpen, file) && isOurs(file.path())) {
                delete(file);
            }
        }
    }

    private boolean isOlderThan(Duration age, Found file) {
        return !age.isZero() && file.lastModified().plus(age).isBefore(now.get());
    }

    private void find(Path folder, int depth, List<Found> files) {
        boolean last = depth == parts.size() - 1;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                BasicFileAttributes there = attributes(entry, depth);
                if (there != null && last && there.isRegularFile()) {
                    files.add(new Found(
                            entry, there.size(), there.lastModifiedTime().toInstant()));
                } else if (there != null && !last && there.isDirectory()) {
                    find(entry, depth + 1, files);
                }
            }
        } catch (IOException | DirectoryIteratorException e) { // it is gone, or not to be read
            return;
        }
    }

    private @Nullable BasicFileAttributes attributes(Path entry, int depth) {
        boolean matches =
                parts.get(depth).matcher(String.valueOf(entry.getFileName())).matches();
        return matches ? JobFolders.attributes(entry) : null;
    }

    private static boolean isOurs(Path file) {
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return content.read() == '{' && content.read() == '"';
        } catch (IOException e) { // then it stays
            return false;
        }
    }

    /** Unless its job has gone on since it was looked at: to look at all of them takes its time. */
    private static void delete(Found file) {
        try {
            FileTime written = Files.getLastModifiedTime(file.path(), LinkOption.NOFOLLOW_LINKS);
            if (written.toInstant().equals(file.lastModified())) {
                Files.deleteIfExists(file.path());
            }
        } catch (NoSuchFileException e) { // another process was faster
            return;
        } catch (IOException e) {
            Diagnostics.shared().trouble("an old file of a job could not be deleted: " + e);
        }
    }
}
