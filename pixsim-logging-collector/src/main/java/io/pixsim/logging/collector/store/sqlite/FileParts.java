package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of SQLite, its log and its index to the log, which stand beside it.
 *
 * @param main the file itself
 */
record FileParts(Path main) {

    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

    long bytes() throws IOException {
        long bytes = 0;
        for (String suffix : SUFFIXES) {
            try {
                bytes += Files.size(part(main, suffix));
            } catch (NoSuchFileException e) {
                // a log is there while someone has the file open
            }
        }
        return bytes;
    }

    void delete() throws IOException {
        for (String suffix : SUFFIXES) {
            Files.deleteIfExists(part(main, suffix));
        }
    }

    void moveTo(Path other) throws IOException {
        for (String suffix : SUFFIXES) {
            Path part = part(main, suffix);
            if (Files.exists(part)) {
                Files.move(part, part(other, suffix));
            }
        }
    }

    private static Path part(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
