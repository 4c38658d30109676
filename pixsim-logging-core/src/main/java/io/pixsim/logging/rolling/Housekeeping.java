package io.pixsim.logging.rolling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
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

    private final Path file;
    private final Rotation rotation;
    private final Turn turn;
    private final Supplier<Instant> now;

    Housekeeping(Path file, Rotation rotation, Turn turn, Supplier<Instant> now) {
        this.file = file;
        this.rotation = rotation;
        this.turn = turn;
        this.now = now;
    }

    void run() {
        try {
            Archives archives = new Archives(file);
            if (rotation.compress()) {
                pack(archives);
            }
            alone(() -> deleteOld(archives));
        } catch (NoSuchFileException e) { // the folder is not made yet, or gone: nothing was rotated
            return;
        } catch (IOException e) {
            Diagnostics.shared().trouble("rotated files could not be looked after: " + e);
        }
    }

    private void pack(Archives archives) throws IOException {
        for (Archive archive : archives.list(rotation.isNumbered())) {
            if (!archive.isPacked() && isAtRest(archive)) {
                Packing.pack(archive, packed -> alone(() -> replace(archives, archive, packed)));
            }
        }
    }

    /** The name with a day is that of one file for ever; that with a number is not. */
    private boolean alone(Turn.Action action) throws IOException {
        return rotation.isNumbered() ? turn.take(file, action) : action.run();
    }

    /** Wherever the file is by now, unless somebody has written to it. */
    private boolean replace(Archives archives, Archive archive, Path packed) throws IOException {
        Archive there = archives.find(archive, rotation.isNumbered());
        if (there == null) {
            return false;
        }
        Files.setLastModifiedTime(packed, FileTime.from(there.lastModified()));
        Files.move(packed, Archives.packed(there.path()), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(there.path());
        return true;
    }

    private boolean deleteOld(Archives archives) throws IOException {
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
        return true;
    }

    private boolean isTooOld(Archive archive) {
        return !rotation.keepFor().isZero()
                && archive.lastModified().plus(rotation.keepFor()).isBefore(now.get());
    }

    private boolean isAtRest(Archive archive) {
        return archive.lastModified().plus(STILL_IN_USE).isBefore(Instant.now());
    }
}
