package io.pixsim.logging.rolling;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.ReasonCounters;
import org.jspecify.annotations.Nullable;

/**
 * One file that is written to, and rotated. Other processes may write to it and rotate it too: before each batch, once in
 * 20 ms at the most, it is asked whether the path still leads to the file that is open, and who rotates holds a lock on the
 * file. Whatever fails is tried again as long as there is patience. For one thread.
 */
final class RotatingFile implements LineWriter<RotatingFile> {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long BETWEEN_ROTATIONS_THAT_FAIL = TimeUnit.MINUTES.toNanos(1);

    private final Path path;
    private final Rotation rotation;
    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private final ReasonCounters<FileLoss> lost;
    private final Turn turn = new Turn();
    private final Housekeeper housekeeper;
    private @Nullable AppendFile file;
    private @Nullable Period period;
    private long lookedAt;
    private long mayRotateAt;
    private int next; // line of the chunk that is being written
    private volatile int open;
    private volatile @Nullable FileLoss trouble;

    RotatingFile(
            Path path, Rotation rotation, InstantSource clock, LongSupplier nanoClock, ReasonCounters<FileLoss> lost) {
        this.path = path;
        this.rotation = rotation;
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.mayRotateAt = nanoClock.getAsLong();
        this.lost = lost;
        this.housekeeper =
                new Housekeeper(new Housekeeping(path, rotation, turn, new SteadyTime(clock, nanoClock)), nanoClock);
    }

    @Override
    public int write(List<Chunk<RotatingFile>> batch, BooleanSupplier patience) {
        int written = 0;
        for (Chunk<RotatingFile> chunk : batch) {
            next = 0;
            try {
                write(chunk, patience);
            } catch (RuntimeException | Error e) { // a mistake of ours, or a want of memory, costs this chunk alone
                lost.add(FileLoss.IO_FAILED, chunk.lines() - next);
                closeFile();
                IoTrouble.tell(path, "could not be written", e);
            }
            written += next;
            chunk.done(chunk.lines());
        }
        return written;
    }

    private void write(Chunk<RotatingFile> chunk, BooleanSupplier patience) {
        while (next < chunk.lines()) {
            try {
                writePart(chunk);
                trouble = null;
            } catch (IOException | SecurityException e) {
                closeFile();
                Thread.interrupted(); // that would close every file that is written to
                FileLoss reason = IoTrouble.of(e, path);
                trouble = reason;
                Diagnostics.shared().trouble("events wait, since " + path + " can't be written: " + e);
                if (!patience.getAsBoolean()) {
                    lost.add(reason, chunk.lines() - next);
                    return;
                }
            }
        }
    }

    private void writePart(Chunk<RotatingFile> chunk) throws IOException {
        AppendFile to = ready(chunk.end(next) - chunk.start(next));
        int end = rotation.maxBytes() == 0 ? chunk.lines() : fitting(chunk, next, to);
        ByteBuffer bytes = ByteBuffer.wrap(chunk.bytes());
        bytes.limit(chunk.end(end - 1)).position(chunk.start(next));
        try {
            to.write(bytes);
        } finally {
            next = firstNotWritten(chunk, next, bytes.position());
        }
    }

    private static int firstNotWritten(Chunk<?> chunk, int next, int writtenTo) {
        int line = next;
        while (line < chunk.lines() && chunk.end(line) <= writtenTo) {
            line++;
        }
        return line;
    }

    /** Up to which line the file has room, at least one. */
    private int fitting(Chunk<?> chunk, int next, AppendFile to) {
        long room = rotation.maxBytes() - to.size();
        int end = next + 1;
        while (end < chunk.lines() && chunk.end(end) - chunk.start(next) <= room) {
            end++;
        }
        return end;
    }

    private AppendFile ready(int length) throws IOException {
        AppendFile current = file;
        if (current != null && isDue()) {
            lookedAt = nanoClock.getAsLong();
            if (!current.isStillThere()) {
                closeFile();
                current = null;
            }
        }
        if (current == null) {
            current = open();
        }
        if (mustRotate(current, length)) {
            rotate(current);
            current = file == null ? open() : current; // one that is let go of may not be opened again
        }
        return current;
    }

    private boolean isDue() {
        return nanoClock.getAsLong() - lookedAt >= BETWEEN_LOOKS;
    }

    private AppendFile open() throws IOException {
        AppendFile.makeFolder(path);
        AppendFile opened = AppendFile.open(path);
        Instant now = clock.instant();
        Instant since = opened.size() == 0 || opened.lastModified().isAfter(now) ? now : opened.lastModified();
        period = Period.of(rotation.every(), since, ZoneId.systemDefault());
        file = opened;
        open = 1;
        lookedAt = nanoClock.getAsLong();
        return opened;
    }

    private boolean mustRotate(AppendFile current, int length) {
        if (!current.isRegular() || current.size() == 0) {
            renewPeriod();
            return false;
        }
        if (nanoClock.getAsLong() - mayRotateAt < 0) {
            return false;
        }
        if (rotation.maxBytes() > 0 && current.size() + length > rotation.maxBytes()) {
            return true;
        }
        Period of = period;
        if (rotation.isNumbered() || of == null) {
            return false;
        }
        Instant now = clock.instant();
        if (of.isAhead(now)) {
            renewPeriod();
        }
        return of.isOver(now);
    }

    private void renewPeriod() {
        period = Period.of(rotation.every(), clock.instant(), ZoneId.systemDefault());
    }

    /** Under the lock only the one who finds the file still in its place moves it; the others have just lost it. */
    private void rotate(AppendFile current) {
        try {
            if (turn.takeAtOnce(current, this::moveAway)) {
                housekeeper.ring();
            }
            closeFile();
        } catch (IOException | SecurityException e) { // to write on is better than to wait
            mayRotateAt = nanoClock.getAsLong() + BETWEEN_ROTATIONS_THAT_FAIL;
            Diagnostics.shared().trouble(path + " could not be rotated and is written on: " + e);
            if (!current.isAtItsPath()) {
                closeFile();
            }
        }
    }

    private boolean moveAway() throws IOException {
        Archives archives = new Archives(path);
        Period of = period;
        if (rotation.isNumbered() || of == null) {
            archives.shift(rotation.keepFiles());
        } else {
            archives.moveAway(of.firstDay());
        }
        return true;
    }

    private void closeFile() {
        AppendFile current = file;
        if (current != null) {
            current.close();
        }
        file = null;
        open = 0;
    }

    @Override
    public void tick() {
        housekeeper.tick();
    }

    @Override
    public void close() {
        closeFile();
        housekeeper.close();
    }

    @Override
    public int openFiles() {
        return open;
    }

    @Override
    public @Nullable FileLoss trouble() {
        return trouble;
    }
}
