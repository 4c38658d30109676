package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The folder that nothing is read or deleted outside of, whatever a path says and whatever links lead to. */
final class Root {

    private final Path folder;
    private final Path real;

    Root(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.real = folder.toRealPath();
    }

    Path folder() {
        return folder;
    }

    /**
     * Where a path leads, links followed; of a file that is not there, where it would be.
     *
     * @throws AccessDeniedException when that is outside of the folder
     */
    Path resolve(Path path) throws IOException {
        Path absolute = folder.resolve(path);
        Path led = real(absolute);
        if (!led.startsWith(real)) {
            throw new AccessDeniedException(path.toString(), null, "outside of the log folder");
        }
        return led;
    }

    /** Where an existing path leads. */
    Path resolveExisting(Path path) throws IOException {
        Path led = resolve(path);
        if (!Files.exists(led, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(path.toString());
        }
        return led;
    }

    /** Every log file below a folder; links are not followed, and what may not be read is left out. */
    List<Path> logFiles(Path below) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(below, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && LogFileName.of(file).isPresent()) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** Opens what {@link #resolve} gave; a link that was put there since is refused, and a pipe that one would wait for. */
    static FileChannel open(Path real) throws IOException {
        if (!FileKey.attributes(real).isRegularFile()) {
            throw new AccessDeniedException(real.toString(), null, "no file");
        }
        return FileChannel.open(real, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** By the nearest folder that exists, so that a missing name can't hide a link above it. */
    private static Path real(Path absolute) throws IOException {
        try {
            return absolute.toRealPath();
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(absolute)) {
                throw new AccessDeniedException(absolute.toString(), null, "a link that leads nowhere");
            }
            Path parent = absolute.getParent();
            Path name = absolute.getFileName();
            if (parent == null || name == null || name.toString().equals("..")) {
                throw e;
            }
            return real(parent).resolve(name).normalize();
        }
    }
}
