package io.pixsim.logging.jobs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.ReasonCounters;
import io.pixsim.logging.rolling.AppendFile;
import io.pixsim.logging.rolling.Chunk;
import io.pixsim.logging.rolling.Housekeeper;
import io.pixsim.logging.rolling.IoTrouble;
import io.pixsim.logging.rolling.LineWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of each job to its file: of a batch all at once, so that many jobs share few open files. A full disk is
 * waited for; what is wrong with the file of one job alone costs that job's lines. For one thread.
 */
final class JobWriter implements LineWriter<JobFile> {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int STAGING = 256 * 1024;

    private final JobTable table;
    private final OpenJobFiles open;
    private final JobFolders folders;
    private final LongSupplier nanoClock;
    private final ReasonCounters<FileLoss> lost;
    private final Housekeeper housekeeper;
    private final ByteBuffer staging = ByteBuffer.allocateDirect(STAGING);
    private boolean brief;
    private volatile @Nullable FileLoss trouble;

    JobWriter(
            JobTable table,
            OpenJobFiles open,
            LongSupplier nanoClock,
            ReasonCounters<FileLoss> lost,
            Housekeeper housekeeper) {
        this.table = table;
        this.open = open;
        this.folders = new JobFolders(table.root(), nanoClock);
        this.nanoClock = nanoClock;
        this.lost = lost;
        this.housekeeper = housekeeper;
    }

    @Override
    public int write(List<Chunk<JobFile>> batch, BooleanSupplier patience) {
        JobLines lines = new JobLines(batch);
        brief = open.areTooFewFor(lines.jobs().size());
        try {
            int written = 0;
            for (JobFile job : lines.jobs()) {
                written += write(job, lines, patience);
            }
            return written;
        } finally {
            lines.jobs().forEach(job -> job.output().firstLine = JobFile.NOTHING);
        }
    }

    private int write(JobFile job, JobLines lines, BooleanSupplier patience) {
        int all = lines.count(job.output().firstLine);
        boolean again = false;
        while (job.output().firstLine != JobFile.NOTHING) {
            try {
                writePart(job, lines);
                trouble = null;
            } catch (IOException | SecurityException e) {
                open.close(job);
                folders.forget(job.path);
                job.output().whole = false;
                FileLoss reason = e instanceof JobFolders.Refused ? FileLoss.REFUSED : IoTrouble.of(e, job.path);
                if (!mayTryAgain(reason, again, patience)) {
                    int left = lines.count(job.output().firstLine);
                    lost.add(reason, left);
                    Diagnostics.shared().trouble("the file of a job could not be written: " + e);
                    return all - left;
                }
                again = true;
            }
        }
        return all;
    }

    /** Once at once, since a folder may be made anew; then only for what will pass. */
    private boolean mayTryAgain(FileLoss reason, boolean again, BooleanSupplier patience) {
        if (reason == FileLoss.DISK_FULL) {
            trouble = reason;
            Diagnostics.shared().trouble("events wait, since the disk is full");
            return patience.getAsBoolean();
        }
        return !again && reason != FileLoss.REFUSED;
    }

    /** Writes as many lines as fit together; the job's first line is then the first that is not written. */
    private void writePart(JobFile job, JobLines lines) throws IOException {
        if (brief && job.output().open == null && job.output().whole) {
            try (AppendFile file = AppendFile.reopen(job.path)) {
                writePart(job, lines, file);
            }
        } else {
            writePart(job, lines, ready(job));
        }
    }

    private void writePart(JobFile job, JobLines lines, AppendFile file) throws IOException {
        int first = job.output().firstLine;
        if (lines.length(first) > STAGING) {
            file.write(lines.bytes(first));
            job.output().firstLine = lines.next(first);
            return;
        }
        staging.clear();
        int line = first;
        while (line != JobFile.NOTHING && lines.length(line) <= staging.remaining()) {
            lines.copy(line, staging);
            line = lines.next(line);
        }
        staging.flip();
        try {
            file.write(staging);
        } finally {
            job.output().firstLine = firstNotWritten(lines, first, staging.position());
        }
    }

    private static int firstNotWritten(JobLines lines, int first, int written) {
        int line = first;
        int end = 0;
        while (line != JobFile.NOTHING) {
            end += lines.length(line);
            if (end > written) {
                return line;
            }
            line = lines.next(line);
        }
        return JobFile.NOTHING;
    }

    private AppendFile ready(JobFile job) throws IOException {
        AppendFile file = job.output().open;
        if (file != null && nanoClock.getAsLong() - job.output().lookedAt >= BETWEEN_LOOKS) {
            job.output().lookedAt = nanoClock.getAsLong();
            if (!file.isStillThere()) {
                open.close(job);
                file = null;
            }
        }
        if (file == null) {
            file = open(job);
        }
        open.used(job);
        return file;
    }

    private AppendFile open(JobFile job) throws IOException {
        folders.make(job.path);
        if (!job.output().whole) {
            refuseWhatIsNoFile(job.path);
        }
        open.makeRoom();
        AppendFile file = AppendFile.open(job.path, !job.output().whole, LinkOption.NOFOLLOW_LINKS);
        if (!file.isRegular()) {
            file.close();
            throw new JobFolders.Refused(job.path);
        }
        job.output().open = file;
        job.output().whole = true;
        job.output().lookedAt = nanoClock.getAsLong();
        return file;
    }

    private static void refuseWhatIsNoFile(Path path) throws IOException {
        BasicFileAttributes there = JobFolders.attributes(path);
        if (there != null && !there.isRegularFile()) {
            throw new JobFolders.Refused(path);
        }
    }

    @Override
    public void tick() {
        open.closeIdle();
        table.trim();
        housekeeper.tick();
    }

    @Override
    public void close() {
        open.closeAll();
        housekeeper.close();
    }

    @Override
    public int openFiles() {
        return open.count();
    }

    @Override
    public @Nullable FileLoss trouble() {
        return trouble;
    }
}
