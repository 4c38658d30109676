package io.pixsim.logging.http.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What lies in a spool's folder. */
final class SpoolFolder {

    /** How much of a segment is looked at in one go. */
    static final long SCAN_BYTES = 1L << 20;

    private SpoolFolder() {}

    /** The segments of an origin, oldest first. */
    static List<SegmentName> segments(Path folder, String origin) throws IOException {
        return names(folder).stream()
                .filter(name -> name.origin().equals(origin))
                .sorted((a, b) -> Integer.compare(a.segment(), b.segment()))
                .toList();
    }

    /** All who have left something; who began earlier comes first. */
    static List<String> origins(Path folder) throws IOException {
        return names(folder).stream()
                .map(SegmentName::origin)
                .distinct()
                .sorted()
                .toList();
    }

    /** Those whose lock was made before that time, whether or not they have left anything else. */
    static List<String> lockedBefore(Path folder, Instant time) throws IOException {
        List<String> origins = new ArrayList<>();
        for (Path file : list(folder)) {
            String origin = FolderLock.origin(file);
            if (origin != null && lastModified(file).isBefore(time)) {
                origins.add(origin);
            }
        }
        return origins;
    }

    private static List<SegmentName> names(Path folder) throws IOException {
        return list(folder).stream()
                .map(SegmentFormat::name)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The bytes of all segments, of whomever. */
    static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (SegmentName name : names(folder)) {
            bytes += SpoolFolder.size(SegmentFormat.file(folder, name.origin(), name.segment()));
        }
        return bytes;
    }

    /** The far future when another process has just deleted it. */
    private static Instant lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.MAX;
        }
    }

    /** Zero when another process has just deleted it. */
    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
