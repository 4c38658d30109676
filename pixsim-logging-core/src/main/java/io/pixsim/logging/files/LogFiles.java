package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The log files below a folder: their ends, what is being written to them, the events in them, and how they are cleaned up.
 *
 * <pre>{@code
 * LogFiles logs = LogFiles.in(Path.of("data/logs"));
 * String end = logs.tail(Path.of("worker.jsonl"), 80_000);
 * try (LogReader trace = logs.read(LogQuery.all().job(123))) {
 *     trace.stream().map(LoggedEvent::message).forEach(System.out::println);
 * }
 * }</pre>
 *
 * Log files are those whose names end in {@code .log} or {@code .jsonl}, and the files rotated from them: with a date or a
 * number before or behind that, and {@code .gz} behind all. A path is relative to the folder, or absolute and in it. One that
 * leads out of the folder, by {@code ..} or by a link, is refused with {@link java.nio.file.AccessDeniedException}; in a
 * folder that is read, links are passed over.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LogFiles {

    private static final int MOST_TAIL = 64 << 20;
    private static final int MOST_DAYS = 36_500;
    private static final int DEFAULT_DAYS = 30;

    private final Root root;
    private final Clock clock;
    private final ZoneId zone;

    LogFiles(Root root, Clock clock, ZoneId zone) {
        this.root = root;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The log files below a folder.
     *
     * @param folder the folder; nothing outside of it is read or deleted
     * @return the files
     * @throws IOException when there is no such folder
     */
    public static LogFiles in(Path folder) throws IOException {
        return new LogFiles(new Root(folder), Clock.systemUTC(), ZoneId.systemDefault());
    }

    /**
     * The end of a file: whole lines only, so that it begins neither in a line nor in a character. A last line that is
     * being written is left out, and so is a first one that is not within the limit.
     *
     * @param file the file; may be compressed, and may be written to meanwhile
     * @param bytes how much at the most, 1 to 64 MiB; as UTF-8
     * @return the lines with their line feeds; empty when no line fits in
     * @throws IOException when the file can't be read
     */
    public String tail(Path file, int bytes) throws IOException {
        if (bytes < 1 || bytes > MOST_TAIL) {
            throw new IllegalArgumentException("bytes not in 1.." + MOST_TAIL + ": " + bytes);
        }
        Path real = root.resolveExisting(file);
        if (isGzip(real)) {
            return FileTail.ofGzip(real, bytes).text(bytes);
        }
        try (FileChannel channel = Root.open(real)) {
            return FileTail.of(channel, bytes).text(bytes);
        }
    }

    /**
     * Follows a file from its end on.
     *
     * @param file the file; need not be there yet
     * @return a follower, to be closed
     * @throws IOException when the file can't be read
     */
    public LogFollower follow(Path file) throws IOException {
        return follow(file, 0);
    }

    /**
     * Follows a file, beginning with the lines at its end.
     *
     * @param file the file; need not be there yet
     * @param tailBytes how much of what is there already, 0 to 64 MiB; as in {@link #tail}
     * @return a follower, to be closed
     * @throws IOException when the file can't be read
     */
    public LogFollower follow(Path file, int tailBytes) throws IOException {
        if (tailBytes < 0 || tailBytes > MOST_TAIL) {
            throw new IllegalArgumentException("tailBytes not in 0.." + MOST_TAIL + ": " + tailBytes);
        }
        root.resolve(file);
        return new LogFollower(root, file, tailBytes);
    }

    /**
     * Reads events from all log files in the folder and in those below it.
     *
     * @param query which events
     * @return a reader, to be closed
     * @throws IOException when the folder can't be read
     */
    public LogReader read(LogQuery query) throws IOException {
        return read(query, List.of(root.folder()));
    }

    /**
     * Reads events from some files.
     *
     * @param query which events
     * @param paths files, whatever their names, and folders, of which all log files in them and below are read
     * @return a reader, to be closed
     * @throws IOException when one of them is not there, is refused or can't be read
     */
    public LogReader read(LogQuery query, List<Path> paths) throws IOException {
        Map<FileKey, LogFile> files = new LinkedHashMap<>();
        for (Path path : paths) {
            Path real = root.resolveExisting(path);
            List<Path> found = Files.isDirectory(real) ? root.logFiles(real) : List.of(real);
            for (Path file : found) {
                LogFile candidate = LogFile.of(file);
                files.putIfAbsent(candidate.key(), candidate);
            }
        }
        return new LogReader(new ArrayList<>(files.values()), query, zone);
    }

    /**
     * Deletes log files in the folder, and in those below it, that were not written to for some days. Only those that are
     * this library's by all signs: a regular file with a log file's name, whose first line is an event with a time and a
     * level; and either it was rotated away, or its first and its last event tell of one and the same job, whose id is in
     * its name. So a file that a service writes to stays, however old, and so do a folder, a link, an empty file and what
     * others left there. A file that a process has open stays, too, as far as the system shows that (Linux does for
     * processes of the same user).
     *
     * @param daysToKeep a file last written to before so many times 24 hours is old; 1 to 36,500
     * @return what was done; a file that can't be deleted is counted and left
     * @throws IOException when the folder can't be read
     */
    public CleanupResult cleanup(int daysToKeep) throws IOException {
        if (daysToKeep < 1 || daysToKeep > MOST_DAYS) {
            throw new IllegalArgumentException("daysToKeep not in 1.." + MOST_DAYS + ": " + daysToKeep);
        }
        return new Retention(root, clock.instant().minus(Duration.ofDays(daysToKeep))).run();
    }

    /**
     * Deletes what {@link #cleanup(int)} does with 30 days.
     *
     * @return what was done; a file that can't be deleted is counted and left
     * @throws IOException when the folder can't be read
     */
    public CleanupResult cleanup() throws IOException {
        return cleanup(DEFAULT_DAYS);
    }

    private static boolean isGzip(Path file) {
        return file.toString().endsWith(".gz");
    }
}
