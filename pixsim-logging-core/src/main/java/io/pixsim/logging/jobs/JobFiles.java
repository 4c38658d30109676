package io.pixsim.logging.jobs;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.pixsim.logging.rolling.AppendFile;
import org.jspecify.annotations.Nullable;

/**
 * Opens the files of jobs, in folders that it makes, and follows no link. A file that is open is asked twice a second whether
 * its path still leads there; one that is opened for a moment, whether it is as it was left. For one thread.
 */
final class JobFiles {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(500);

    private final OpenJobFiles open;
    private final JobFolders folders;
    private final LongSupplier nanoClock;

    JobFiles(Path root, OpenJobFiles open, LongSupplier nanoClock) {
        this.open = open;
        this.folders = new JobFolders(root, nanoClock);
        this.nanoClock = nanoClock;
    }

    /** The file of a job; when it is not kept open, it is for the caller to close. */
    AppendFile open(JobOutput output, boolean forAMoment) throws IOException {
        if (forAMoment && output.open == null && output.whole && isAsItWasLeft(output)) {
            return AppendFile.reopen(output.job.path, output.size);
        }
        AppendFile file = stillOpen(output);
        if (file == null) {
            file = openAndKeep(output);
        }
        open.used(output);
        return file;
    }

    /** After a failure: all is looked at anew. */
    void letGo(JobOutput output) {
        open.close(output);
        folders.forget(output.job.path);
        output.whole = false;
    }

    /** Then nobody else has written to it, and it need not be looked at how it ends. */
    private boolean isAsItWasLeft(JobOutput output) throws IOException {
        if (!isDue(output)) {
            return true;
        }
        folders.make(output.job.path);
        BasicFileAttributes there = JobFolders.attributes(output.job.path);
        boolean same = there != null && there.isRegularFile() && there.size() == output.size;
        if (same) {
            output.lookedAt = nanoClock.getAsLong();
        }
        return same;
    }

    private @Nullable AppendFile stillOpen(JobOutput output) throws IOException {
        AppendFile file = output.open;
        if (file == null || !isDue(output)) {
            return file;
        }
        output.lookedAt = nanoClock.getAsLong();
        folders.make(output.job.path); // a link may have taken a folder's place, and lead to the same file
        if (file.isStillThere()) {
            return file;
        }
        open.close(output);
        return null;
    }

    private boolean isDue(JobOutput output) {
        return nanoClock.getAsLong() - output.lookedAt >= BETWEEN_LOOKS;
    }

    private AppendFile openAndKeep(JobOutput output) throws IOException {
        folders.make(output.job.path);
        refuseWhatIsNoFile(output.job.path);
        open.makeRoom();
        AppendFile file = AppendFile.open(output.job.path, LinkOption.NOFOLLOW_LINKS);
        if (!file.isRegular()) {
            file.close();
            throw new JobFolders.Refused(output.job.path);
        }
        output.open = file;
        output.whole = true;
        output.lookedAt = nanoClock.getAsLong();
        return file;
    }

    private static void refuseWhatIsNoFile(Path path) throws IOException {
        BasicFileAttributes there = JobFolders.attributes(path);
        if (there != null && !there.isRegularFile()) {
            throw new JobFolders.Refused(path);
        }
    }
}
