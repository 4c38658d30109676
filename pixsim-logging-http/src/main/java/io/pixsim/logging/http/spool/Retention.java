package io.pixsim.logging.http.spool;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Drops the oldest segments, those of ended processes first, when there are too many bytes or they are too old. */
final class Retention {

    private static final long NONE_LEFT = -1;

    private final SpoolSettings settings;
    private final InstantSource clock;

    Retention(SpoolSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Gives how many events were dropped. */
    long dropBeyondBytes(List<Journal> journals) throws IOException {
        long dropped = 0;
        while (SpoolFolder.bytes(settings.folder()) > settings.maxBytes()) {
            long lost = dropOldest(journals, null);
            if (lost == NONE_LEFT) {
                return dropped;
            }
            dropped += lost;
        }
        return dropped;
    }

    /** Gives how many events were dropped. */
    long dropBeyondAge(List<Journal> journals) throws IOException {
        Instant before = clock.instant().minus(settings.maxAge());
        long dropped = 0;
        long lost = dropOldest(journals, before);
        while (lost != NONE_LEFT) {
            dropped += lost;
            lost = dropOldest(journals, before);
        }
        return dropped;
    }

    private static long dropOldest(List<Journal> journals, @Nullable Instant before) throws IOException {
        for (Journal journal : journals) {
            Instant written = journal.oldestWritten();
            if (written != null && (before == null || written.isBefore(before))) {
                return journal.dropOldest();
            }
        }
        return NONE_LEFT;
    }
}
