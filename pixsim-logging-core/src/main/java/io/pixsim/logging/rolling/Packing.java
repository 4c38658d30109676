package io.pixsim.logging.rolling;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.rolling.Archives.Archive;

/**
 * Packs a file with gzip, beside itself. The packed one appears whole or not at all; the other is deleted only when every
 * byte of it is in there. Of several processes one does it.
 */
final class Packing {

    private static final Duration GIVEN_UP = Duration.ofHours(1);
    private static final String UNFINISHED = ".tmp";
    private static final int BUFFER = 64 * 1024;

    private Packing() {}

    /** Puts the packed file in the other one's place, and gives whether it did; not when that is another one by now. */
    interface Replacement {

        boolean by(Path packed) throws IOException;
    }

    static void pack(Archive archive, Replacement replacement) {
        Path packed = Archives.packed(archive.path());
        Path unfinished = packed.resolveSibling(packed.getFileName() + UNFINISHED);
        try {
            if (!copy(archive, unfinished) || !replacement.by(unfinished)) {
                Files.delete(unfinished);
            }
        } catch (FileAlreadyExistsException e) {
            deleteIfGivenUp(unfinished);
        } catch (ClosedByInterruptException | NoSuchFileException e) { // no time for it now, or somebody was faster
            delete(unfinished);
        } catch (IOException e) { // the file is still there, and is tried again
            Diagnostics.shared().trouble("a rotated file could not be packed: " + e);
            delete(unfinished);
        }
    }

    /** False when what is at the path by now is another file, or somebody has written to it. */
    private static boolean copy(Archive archive, Path target) throws IOException {
        FileRights rights = FileRights.of(archive.path());
        try (OutputStream unfinished = Channels.newOutputStream(rights.create(target));
                OutputStream packing = new GZIPOutputStream(unfinished, BUFFER);
                InputStream source = Files.newInputStream(archive.path())) {
            rights.giveTo(target);
            return archive.isSameAs(Archive.at(archive.path())) && source.transferTo(packing) == archive.bytes();
        }
    }

    /** What a process began that has ended since. */
    private static void deleteIfGivenUp(Path unfinished) {
        try {
            Instant begun = Files.getLastModifiedTime(unfinished).toInstant();
            if (begun.plus(GIVEN_UP).isBefore(Instant.now())) {
                Files.delete(unfinished);
            }
        } catch (IOException e) { // it is gone already
            return;
        }
    }

    private static void delete(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) { // it is deleted when it is old
            return;
        }
    }
}
