package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** The file that is written to and those that were rotated away from it, and which of them comes after which. */
final class Rotation {

    private static final int TRIES = 10;

    private final Path live;

    /** The file that is written to, links resolved. */
    Rotation(Path live) {
        this.live = live;
    }

    /**
     * Opens the file that continues a point, and the one after it.
     *
     * @param point how far was read
     * @param key in which file; null for a point before the oldest
     * @param elsewhere whether it can't be the file that is written to
     * @return null when files are being renamed all the time
     */
    @Nullable
    Step after(ReadPoint point, @Nullable FileKey key, boolean elsewhere) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try {
                List<Found> files = files();
                Step step = step(elsewhere ? files.subList(0, files.size() - 1) : files, files, point, key);
                if (files.equals(files())) {
                    return step;
                }
                step.close();
            } catch (NoSuchFileException e) { // renamed between two looks
                FileKey.of(live);
            }
        }
        return null;
    }

    /**
     * A point at the end of what was rotated away so far, from which {@link #after} leads to what comes then.
     *
     * @return {@link ReadPoint} and key; a key of null when nothing was rotated yet
     */
    Place end() throws IOException {
        List<Found> rotated = rotated();
        if (rotated.isEmpty()) {
            return new Place(new ReadPoint(), null);
        }
        Found newest = rotated.get(rotated.size() - 1);
        ReadPoint point = new ReadPoint();
        byte[] block = new byte[ReadPoint.REMEMBERED << 4];
        try (Segment segment = Segment.open(newest.path, newest.name.gzipped())) {
            int count = segment.read(point, block);
            while (count > 0) {
                point.advance(block, 0, count);
                count = segment.read(point, block);
            }
        }
        return new Place(point, newest.key);
    }

    /** Oldest first, the one that is written to last. */
    List<Found> files() throws IOException {
        List<Found> files = rotated();
        files.add(new Found(live, own(), FileKey.of(live)));
        return files;
    }

    /** Oldest first; of a file that is being compressed, the plain form. */
    private List<Found> rotated() throws IOException {
        List<Found> found = new ArrayList<>();
        for (Path path : LogFile.inFolder(LogFile.folder(live), own().base())) {
            if (!path.equals(live) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                found.add(new Found(path, LogFileName.of(path).orElse(own()), FileKey.of(path)));
            }
        }
        return new ArrayList<>(found.stream()
                .filter(file -> file.name.isRotated() && found.stream().noneMatch(file::isPackedFormOf))
                .sorted(Comparator.comparing(Found::name, LogFileName.BY_AGE))
                .toList());
    }

    private LogFileName own() {
        return LogFileName.of(live)
                .orElseGet(() -> new LogFileName(
                        Objects.requireNonNull(live.getFileName()).toString(), "", -1, false));
    }

    private static Step step(List<Found> candidates, List<Found> files, ReadPoint point, @Nullable FileKey key)
            throws IOException {
        if (key == null) {
            return stepTo(null, files, 0);
        }
        Segment ours = null;
        int index = candidates.size();
        while (ours == null && --index >= 0) {
            if (candidates.get(index).key.equals(key)) {
                ours = opened(candidates.get(index), point, key);
            }
        }
        index = ours == null ? candidates.size() : index;
        while (ours == null && --index >= 0) {
            ours = opened(candidates.get(index), point, key);
        }
        if (ours == null || index == files.size() - 1) {
            return new Step(ours, null, false);
        }
        return stepTo(ours, files, index + 1);
    }

    private static Step stepTo(@Nullable Segment ours, List<Found> files, int index) throws IOException {
        try {
            Found next = files.get(index);
            return new Step(ours, Segment.open(next.path, next.name.gzipped()), index == files.size() - 1);
        } catch (IOException e) {
            if (ours != null) {
                ours.close();
            }
            throw e;
        }
    }

    /** A file that continues a point, left there; else null. */
    private static @Nullable Segment opened(Found file, ReadPoint point, @Nullable FileKey key) throws IOException {
        Segment segment = Segment.open(file.path, file.name.gzipped());
        boolean ours = false;
        try {
            ours = point.position() > 0
                    ? segment.continues(point)
                    : segment.key().equals(key) || segment.isEmpty();
        } finally {
            if (!ours) {
                segment.close();
            }
        }
        return ours ? segment : null;
    }

    /**
     * How far was read in which file.
     *
     * @param point how far
     * @param key which file; null before the oldest
     */
    record Place(ReadPoint point, @Nullable FileKey key) {}

    /** A file of the rotation. */
    record Found(Path path, LogFileName name, FileKey key) {

        boolean isPackedFormOf(Found other) {
            return name.gzipped() && !other.name.gzipped() && name.isTwinOf(other.name);
        }
    }

    /**
     * Two files in order, opened.
     *
     * @param ours the one that continues the point; null when none does
     * @param next the one after it; null when there is none
     * @param nextIsLive whether that is the one that is written to
     */
    record Step(@Nullable Segment ours, @Nullable Segment next, boolean nextIsLive) {

        void close() throws IOException {
            if (ours != null) {
                ours.close();
            }
            if (next != null) {
                next.close();
            }
        }
    }
}
