package io.pixsim.logging.jobs;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Makes the folders between the root and the files of jobs, and looks whether each is one, and no link. The root itself is
 * the operator's affair. What was looked at a second ago is taken for good. For one thread.
 */
final class JobFolders {

    private static final int MOST_REMEMBERED = 1024;
    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(1);

    private final Path root;
    private final LongSupplier nanoClock;
    private final Map<Path, Long> lookedAt = new LinkedHashMap<>();

    JobFolders(Path root, LongSupplier nanoClock) {
        this.root = root;
        this.nanoClock = nanoClock;
    }

    /** Thrown where a link, or something else that is no folder or file, stands in the way. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        Refused(Path path) {
            super(path + " is a link, or not of the kind that belongs there");
        }
    }

    void make(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || !folder.startsWith(root)) {
            throw new Refused(file);
        }
        Long last = lookedAt.get(folder);
        if (last != null && nanoClock.getAsLong() - last < GOOD_FOR) {
            return;
        }
        Files.createDirectories(root);
        Path each = root;
        for (Path part : root.relativize(folder)) {
            each = each.resolve(part);
            make(each, attributes(each));
        }
        remember(folder);
    }

    /** What stands at a path, links not followed. */
    static @Nullable BasicFileAttributes attributes(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) { // nothing
            return null;
        }
    }

    void forget(Path file) {
        lookedAt.remove(file.getParent());
    }

    private void make(Path folder, @Nullable BasicFileAttributes there) throws IOException {
        if (there == null) {
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) { // another process was first
                BasicFileAttributes now = attributes(folder);
                if (now == null || !now.isDirectory()) {
                    throw new Refused(folder);
                }
            }
        } else if (!there.isDirectory()) {
            throw new Refused(folder);
        }
    }

    private void remember(Path folder) {
        if (lookedAt.size() >= MOST_REMEMBERED) {
            lookedAt.remove(lookedAt.keySet().iterator().next());
        }
        lookedAt.remove(folder);
        lookedAt.put(folder, nanoClock.getAsLong());
    }
}
