package io.pixsim.logging.http.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What ended processes have left in a folder: events, or no more than a lock when they were killed before they spooled. */
final class Leftovers {

    /** Who begins makes its lock's file before it locks it, and nobody should come between. */
    private static final Duration BEGINNING = Duration.ofMinutes(1);

    private final Path folder;
    private final InstantSource clock;

    Leftovers(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Hands over what holds events, locked, and clears the rest away.
     *
     * @throws IOException when something could not be read; what could be was handed over
     */
    void forEach(Consumer<Journal> heir) throws IOException {
        IOException failure = null;
        for (String origin : origins()) {
            try {
                take(origin, heir);
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private Set<String> origins() throws IOException {
        Set<String> origins = new TreeSet<>(SpoolFolder.origins(folder));
        origins.addAll(SpoolFolder.lockedBefore(folder, clock.instant().minus(BEGINNING)));
        return origins;
    }

    private void take(String origin, Consumer<Journal> heir) throws IOException {
        FolderLock lock = FolderLock.tryLock(folder, origin);
        if (lock == null) {
            return;
        }
        Journal journal = open(origin, lock);
        if (journal.unread() == 0) {
            journal.close();
        } else {
            heir.accept(journal);
        }
    }

    /** To count what there is takes time, and nobody has to wait for it. */
    private Journal open(String origin, FolderLock lock) throws IOException {
        try {
            return new Journal(folder, origin, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }
}
