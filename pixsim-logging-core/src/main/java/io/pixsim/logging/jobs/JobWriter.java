package io.pixsim.logging.jobs;

import java.io.IOException;
import java.nio.ByteBuffer;
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
 * Writes the lines of each job to its file, job after job: all of one that wait at once, so that many jobs share few open
 * files. A disk that is full, or takes nothing, is waited for; what is wrong with the file of one job alone costs that job's
 * lines. For one thread.
 */
final class JobWriter implements LineWriter<JobFile> {

    private static final long LATELY = TimeUnit.MINUTES.toNanos(1);
    private static final long WHILE_BEHIND = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int STAGING = 64 * 1024;
    private static final int JOBS_AT_ONCE = 1000;

    private final JobTable table;
    private final JobOutputs outputs = new JobOutputs();
    private final JobLines lines = new JobLines(outputs);
    private final OpenJobFiles open;
    private final JobFiles files;
    private final LongSupplier nanoClock;
    private final ReasonCounters<FileLoss> lost;
    private final Housekeeper housekeeper;
    private final ByteBuffer staging = ByteBuffer.allocateDirect(STAGING);
    private boolean brief;
    private long tickedAt;
    private volatile @Nullable FileLoss trouble;

    JobWriter(
            JobTable table,
            OpenJobFiles open,
            LongSupplier nanoClock,
            ReasonCounters<FileLoss> lost,
            Housekeeper housekeeper) {
        this.table = table;
        this.open = open;
        this.files = new JobFiles(table.root(), open, nanoClock);
        this.nanoClock = nanoClock;
        this.lost = lost;
        this.housekeeper = housekeeper;
    }

    @Override
    public int write(List<Chunk<JobFile>> batch, BooleanSupplier patience) {
        try {
            batch.forEach(lines::add);
            return writeSome(patience);
        } catch (RuntimeException | Error e) { // a want of memory must leave no half a chain
            lines.forget();
            throw e;
        }
    }

    /** The lines of so many jobs and no more: what comes meanwhile is then added to those of jobs that still wait. */
    private int writeSome(BooleanSupplier patience) {
        brief = open.areTooFewFor(lines.jobs());
        long now = nanoClock.getAsLong();
        int written = 0;
        for (int i = 0; i < JOBS_AT_ONCE; i++) {
            JobOutput output = lines.job();
            if (output == null) {
                break;
            }
            output.lastSeen = now;
            written += write(output, patience);
        }
        return written;
    }

    private int write(JobOutput output, BooleanSupplier patience) {
        int first = output.firstLine;
        int left;
        try {
            left = writeOrLose(output, patience);
        } catch (RuntimeException | Error e) { // a mistake of ours, or a want of memory, costs this job's lines alone
            files.letGo(output);
            left = lose(output, FileLoss.IO_FAILED, e);
        }
        return lines.done(first) - left;
    }

    /** Gives how many lines are lost. */
    private int writeOrLose(JobOutput output, BooleanSupplier patience) {
        boolean again = false;
        while (output.firstLine != JobFile.NOTHING) {
            try {
                writePart(output);
                trouble = null;
            } catch (IOException | SecurityException e) {
                files.letGo(output);
                Thread.interrupted(); // that would close every file that is written to
                if (IoTrouble.isTooManyOpen(e) && open.giveBackHalf()) {
                    continue;
                }
                FileLoss reason = e instanceof JobFolders.Refused ? FileLoss.REFUSED : IoTrouble.of(e, output.job.path);
                if (!mayTryAgain(reason, e, again, patience)) {
                    return lose(output, reason, e);
                }
                again = true;
            }
        }
        return 0;
    }

    /** Gives how many lines are lost. */
    private int lose(JobOutput output, FileLoss reason, Throwable e) {
        int left = lines.count(output.firstLine);
        lost.add(reason, left);
        IoTrouble.tell("the file of a job", "could not be written", e);
        return left;
    }

    /** Once at once, since a folder may be made anew; then only for what befalls all jobs, and will pass. */
    private boolean mayTryAgain(FileLoss reason, Exception e, boolean again, BooleanSupplier patience) {
        boolean ofAll =
                reason == FileLoss.DISK_FULL || (reason != FileLoss.REFUSED && IoTrouble.isOfAllBelow(table.root(), e));
        if (ofAll) {
            trouble = reason;
            Diagnostics.shared().trouble("events of jobs wait, since " + table.root() + " can't be written to");
            return patience.getAsBoolean();
        }
        return !again && reason != FileLoss.REFUSED;
    }

    /** Writes as many lines as fit together; the job's first line is then the first that is not written. */
    private void writePart(JobOutput output) throws IOException {
        AppendFile file = files.open(output, brief);
        try {
            writePart(output, file);
            output.size = file.size();
        } finally {
            if (file != output.open) {
                file.close();
            }
        }
    }

    private void writePart(JobOutput output, AppendFile file) throws IOException {
        int first = output.firstLine;
        if (lines.length(first) > STAGING) {
            file.write(lines.bytes(first));
            output.firstLine = lines.next(first);
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
            output.firstLine = firstNotWritten(first, staging.position());
        }
    }

    private int firstNotWritten(int first, int written) {
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

    @Override
    public boolean isBehind() {
        return lines.jobs() > 0;
    }

    @Override
    public void tick() {
        long now = nanoClock.getAsLong();
        if (isBehind() && now - tickedAt < WHILE_BEHIND) {
            return;
        }
        tickedAt = now;
        open.closeIdle();
        forgetJobs();
        housekeeper.tick();
    }

    private void forgetJobs() {
        if (table.size() <= JobTable.MOST && outputs.size() <= 2 * JobTable.MOST) {
            return;
        }
        long now = nanoClock.getAsLong();
        table.trim(job -> job.number != JobFile.NOTHING && now - outputs.of(job).lastSeen > LATELY);
        outputs.retain(output -> table.has(output.job));
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
