package io.pixsim.logging.http.spool;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;

/** Drops the oldest segments, those of ended processes first, when there are too many bytes or they are too old. */
final class Retention {

    private final SpoolSettings settings;
    private final InstantSource clock;

    Retention(SpoolSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void dropBeyondBytes(List<Journal> journals, LongConsumer dropped) throws IOException {
        while (SpoolFolder.bytes(settings.folder()) > settings.maxBytes()
                && dropOldest(journals, Instant.MAX, dropped)) {}
    }

    void dropBeyondAge(List<Journal> journals, LongConsumer dropped) throws IOException {
        Instant before = clock.instant().minus(settings.maxAge());
        while (dropOldest(journals, before, dropped)) {}
    }

    /** Whether there was one that was last written to before that time. */
    private static boolean dropOldest(List<Journal> journals, Instant before, LongConsumer dropped) throws IOException {
        for (Journal journal : journals) {
            if (journal.dropOldest(before, dropped)) {
                return true;
            }
        }
        return false;
    }
}
