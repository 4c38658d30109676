package io.pixsim.logging.rolling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.rolling.Archives.Archive;

/**
 * Packs the rotated files of one file, and deletes those whose time has come. One that was written to a moment ago is left
 * alone: another process may not have noticed yet that it was rotated. For one thread at a time.
 */
final class Housekeeping {

    static final Duration STILL_IN_USE = Duration.ofSeconds(10);

    private final Archives archives;
    private final Rotation rotation;
    private final Supplier<Instant> now;

    Housekeeping(Path file, Rotation rotation, Supplier<Instant> now) {
        this.archives = new Archives(file);
        this.rotation = rotation;
        this.now = now;
    }

    void run() {
        try {
            if (rotation.compress()) {
                pack();
            }
            deleteOld();
        } catch (NoSuchFileException e) { // the folder is not made yet, or gone: nothing was rotated
            return;
        } catch (IOException e) {
            Diagnostics.shared().trouble("rotated files could not be looked after: " + e);
        }
    }

    private void pack() throws IOException {
        for (Archive archive : archives.list(rotation.isNumbered())) {
            if (!archive.isPacked() && isAtRest(archive)) {
                Packing.pack(archive.path());
            }
        }
    }

    private void deleteOld() throws IOException {
        List<Archive> all = archives.list(rotation.isNumbered());
        long bytes = 0;
        for (int i = 0; i < all.size(); i++) {
            Archive archive = all.get(i);
            bytes += archive.bytes();
            boolean tooMany = rotation.keepFiles() > 0 && i >= rotation.keepFiles();
            boolean tooLarge = rotation.keepBytes() > 0 && bytes > rotation.keepBytes();
            if ((tooMany || tooLarge || isTooOld(archive)) && isAtRest(archive)) {
                Files.deleteIfExists(archive.path());
            }
        }
    }

    private boolean isTooOld(Archive archive) {
        return !rotation.keepFor().isZero()
                && archive.lastModified().plus(rotation.keepFor()).isBefore(now.get());
    }

    private boolean isAtRest(Archive archive) {
        return archive.lastModified().plus(STILL_IN_USE).isBefore(Instant.now());
    }
}
