package io.pixsim.logging;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What files there are in the folder of {@link FileOptions.Builder#folder}. */
public enum FileSet {
    /** {@code runtime/logs/<service>.jsonl}: all events of the service. */
    SERVICE,
    /** {@code projects/<projectId>/files/logs/jobs/<jobId>.jsonl}: the events of each job. */
    JOBS,
    /**
     * {@code info.log}, {@code error.log} and {@code debug.log}: events from that level on; {@code services.log}: events of
     * the loggers {@code services.*}. With function and line, 10 MB each, five rotated files.
     */
    LEVELS;

    static final Set<FileSet> DEFAULT = EnumSet.of(SERVICE, JOBS);

    static FileSet of(String name) {
        return valueOf(name.strip().toUpperCase(Locale.ROOT));
    }
}
