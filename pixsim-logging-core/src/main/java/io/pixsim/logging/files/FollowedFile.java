package io.pixsim.logging.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

import io.pixsim.logging.files.Rotation.Found;
import io.pixsim.logging.files.Rotation.Place;
import io.pixsim.logging.files.Rotation.Step;
import org.jspecify.annotations.Nullable;

/**
 * Reads on in a file that is written to, step by step, and finds its way when the file is rotated. At any time it is in one
 * file; from there the next is looked for anew each time, since files are renamed, cut and compressed while it reads.
 */
final class FollowedFile implements Closeable {

    private static final int BLOCK = 64 << 10;
    private static final int PATIENCE = 100;

    private final Root root;
    private final Path path;
    private final LineBuffer lines;
    private final byte[] block = new byte[BLOCK];

    private @Nullable Segment segment;
    private @Nullable FileKey key;
    private ReadPoint point = new ReadPoint();
    private boolean live = true;
    /** The line at the end of this file goes on in the next. */
    private boolean carriesOver;

    /** Where reading ended in the file before, or would have; null when that is not known. */
    private @Nullable Place previous;

    private List<Found> settled = List.of();
    private int unsettled;
    private long gaps;
    private long skipped;

    FollowedFile(Root root, Path path, LineBuffer lines, int tailBytes) throws IOException {
        this.root = root;
        this.path = path;
        this.lines = lines;
        try {
            startAtEnd(Segment.open(root.resolve(path), false), tailBytes);
        } catch (NoSuchFileException e) { // it will come
            segment = null;
        }
        if (point.position() == 0) {
            previous = end(root.resolve(path));
        }
    }

    private static @Nullable Place end(Path live) throws IOException {
        try {
            return new Rotation(live).end();
        } catch (NoSuchFileException e) { // renamed meanwhile, or the folder is not there yet
            return null;
        }
    }

    private void startAtEnd(Segment opened, int tailBytes) throws IOException {
        segment = opened;
        key = opened.key();
        FileTail tail = FileTail.of(opened.channel(), Math.max(tailBytes, BLOCK));
        point.startAt(tail.end() - tail.length());
        point.advance(tail.bytes(), 0, tail.length());
        int start = Math.min(tail.start(tailBytes), tail.stop());
        if (start == 0 && !tail.fromStart()) {
            lines.dropToNextFeed();
        } else {
            lines.add(tail.bytes(), start, tail.length() - start);
        }
    }

    long gaps() {
        return gaps;
    }

    long skipped() {
        return skipped;
    }

    /** Takes one step; false when there is nothing to be done but wait. */
    boolean advance() throws IOException {
        if (segment == null) {
            return connect();
        }
        int count = segment.read(point, block);
        if (live && point.position() == 0 && previous != null && isOvertaken()) {
            return true;
        }
        if (count > 0) {
            lines.add(block, 0, count);
            point.advance(block, 0, count);
            return true;
        }
        if (!live) {
            return goToNext();
        }
        return count == Segment.CHANGED ? goToCopy() : look(segment);
    }

    /** Whether another file has taken the name. What was written to this one before that is read first. */
    private boolean look(Segment current) throws IOException {
        try {
            BasicFileAttributes there = FileKey.attributes(root.resolve(path));
            live = FileKey.of(there).equals(current.key()) || (there.size() == 0 && !isFollowedByOthers());
        } catch (NoSuchFileException e) {
            return false;
        }
        return !live;
    }

    /** As long as the file that took the name is empty this one may be written to, unless there are others between. */
    private boolean isFollowedByOthers() throws IOException {
        Rotation rotation = new Rotation(root.resolve(path));
        List<Found> files = rotation.files();
        if (files.equals(settled)) {
            return false;
        }
        Step step = rotation.after(point, key, false);
        if (step == null) {
            return false;
        }
        settled = files;
        step.close();
        return step.next() != null && !step.nextIsLive();
    }

    /**
     * While nothing was read of the file that is written to, nothing tells whether it was copied and cut: then it may no
     * longer be the one after the previous one.
     */
    private boolean isOvertaken() throws IOException {
        if (previous == null) {
            return false;
        }
        Rotation rotation = new Rotation(root.resolve(path));
        List<Found> files;
        Step step;
        try {
            files = rotation.files();
            if (files.equals(settled)) {
                return false;
            }
            step = rotation.after(previous.point(), previous.key(), true);
        } catch (NoSuchFileException e) { // between a rotation and the first line after it
            return false;
        }
        if (step == null || step.next() == null) {
            return false;
        }
        if (step.nextIsLive() && step.next().key().equals(key)) {
            settled = files;
            step.close();
            return false;
        }
        boolean isCopy = !step.nextIsLive() && !step.next().key().equals(key);
        enter(step);
        carriesOver = isCopy;
        return true;
    }

    /** The file was read to its end and is no longer written to. */
    private boolean goToNext() throws IOException {
        Step step = step(false);
        if (step == null) {
            return false;
        }
        if (step.ours() == null) {
            startAnew(false);
            return true;
        }
        if (step.next() == null) {
            step.close();
            live = true;
            return false;
        }
        if (!carriesOver && lines.dropUnfinished()) {
            skipped++;
        }
        gaps += segment != null && segment.isBroken() ? 1 : 0;
        previous = key == null ? null : new Place(point, key);
        enter(step);
        return true;
    }

    /** The file was cut: what of it was not read yet is in a copy, if there is one. */
    private boolean goToCopy() throws IOException {
        Step step = step(true);
        if (step == null) {
            return false;
        }
        if (step.ours() == null) {
            startAnew(true);
            return true;
        }
        carriesOver = true;
        goOnIn(step);
        return true;
    }

    /** Opens the file where reading was interrupted; for the first time when it was not there before. */
    private boolean connect() throws IOException {
        if (key == null) {
            try {
                open(root.resolve(path));
                return true;
            } catch (NoSuchFileException e) {
                return false;
            }
        }
        Step step = step(false);
        if (step == null) {
            return false;
        }
        if (step.ours() == null) {
            startAnew(false);
        } else {
            goOnIn(step);
        }
        return true;
    }

    /** Null when it has to be tried again. */
    private @Nullable Step step(boolean elsewhere) throws IOException {
        Step step;
        try {
            step = new Rotation(root.resolve(path)).after(point, key, elsewhere);
        } catch (NoSuchFileException e) {
            return null;
        }
        if (step == null && ++unsettled >= PATIENCE) {
            step = new Step(null, null, false);
        }
        unsettled = step == null ? unsettled : 0;
        return step;
    }

    private void goOnIn(Step step) throws IOException {
        close();
        segment = step.ours();
        key = segment == null ? null : segment.key();
        live = step.next() == null;
        if (step.next() != null) {
            step.next().close();
        }
    }

    private void enter(Step step) throws IOException {
        close();
        segment = step.next();
        key = segment == null ? null : segment.key();
        point = new ReadPoint();
        live = step.nextIsLive();
        carriesOver &= !live;
        settled = List.of();
        if (step.ours() != null) {
            step.ours().close();
        }
    }

    /** What was written meanwhile is not to be found. What follows a line that was being written at a cut is half a line. */
    private void startAnew(boolean cut) throws IOException {
        gaps++;
        carriesOver = false;
        if (lines.dropUnfinished()) {
            skipped++;
            if (cut) {
                lines.dropToNextFeed();
            }
        }
        previous = null;
        open(root.resolve(path));
    }

    private void open(Path real) throws IOException {
        Segment opened = Segment.open(real, false);
        close();
        segment = opened;
        key = opened.key();
        point = new ReadPoint();
        live = true;
    }

    @Override
    public void close() throws IOException {
        if (segment != null) {
            segment.close();
            segment = null;
        }
    }
}
