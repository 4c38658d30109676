package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.catalog.Fields;

/** Deletes old log files; see {@link LogFiles#cleanup}. */
final class Retention {

    /** What is in the name of a job's file whose id could not be its name. */
    private static final String ALTERED = "~";

    private final Root root;
    private final Instant limit;
    private final Set<Path> open = OpenFiles.now();
    private int files;
    private long bytes;
    private int failed;

    Retention(Root root, Instant limit) {
        this.root = root;
        this.limit = limit;
    }

    CleanupResult run() throws IOException {
        for (Path file : root.logFiles(root.resolve(root.folder()))) {
            try {
                deleteIfOld(file);
            } catch (IOException e) {
                failed += isGone(e) ? 0 : 1;
            }
        }
        return new CleanupResult(files, bytes, failed);
    }

    private void deleteIfOld(Path file) throws IOException {
        BasicFileAttributes before = FileKey.attributes(file);
        if (!isOld(before) || open.contains(file) || !isOurs(LogFile.of(file))) {
            return;
        }
        BasicFileAttributes now = FileKey.attributes(file);
        if (isOld(now) && FileKey.of(now).equals(FileKey.of(before))) {
            Files.delete(file);
            files++;
            bytes += now.size();
        }
    }

    /** Somebody else was faster. */
    private static boolean isGone(IOException e) {
        return e instanceof NoSuchFileException;
    }

    private boolean isOld(BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                && attributes.lastModifiedTime().toInstant().isBefore(limit);
    }

    /** A file that was rotated away, or one that tells of a single job, and in either case one that begins with an event. */
    private static boolean isOurs(LogFile file) throws IOException {
        Optional<LoggedEvent> first = end(file, LogQuery.all(), true);
        if (first.isEmpty()) {
            return false;
        }
        if (file.name().isRotated()) {
            return true;
        }
        Optional<String> job = first.get().text(Fields.JOB_ID);
        return job.filter(id -> isNamedAfter(file, id)).isPresent()
                && job.equals(end(file, LogQuery.all().newestFirst(), false).flatMap(last -> last.text(Fields.JOB_ID)));
    }

    /** By its id, or by what can be read of an id that is no name; so that the file of a service with one job stays. */
    private static boolean isNamedAfter(LogFile file, String jobId) {
        String name = file.name().base();
        return name.contains(jobId) || name.contains(ALTERED);
    }

    /** The event at an end of the file; at its beginning nothing else may stand before it. */
    private static Optional<LoggedEvent> end(LogFile file, LogQuery query, boolean alone) throws IOException {
        try (FileEvents events = new FileEvents(file, query, ZoneId.systemDefault())) {
            return Optional.ofNullable(events.next())
                    .filter(event -> (!alone || events.skipped() == 0) && isEvent(event));
        }
    }

    private static boolean isEvent(LoggedEvent event) {
        return event.text(Fields.LEVEL).isPresent() && event.timestamp().isPresent();
    }
}
