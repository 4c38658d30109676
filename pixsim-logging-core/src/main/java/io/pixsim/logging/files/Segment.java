package io.pixsim.logging.files;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;

/** An open file on the way of a follower; stays what it is when it is renamed or deleted. */
final class Segment implements Closeable {

    /** Told instead of a count: what was read before is not there any more. */
    static final int CHANGED = -2;

    private final FileKey key;
    private final FileChannel channel;
    private final @Nullable InputStream unzipped;
    private boolean broken;

    private Segment(FileKey key, FileChannel channel, @Nullable InputStream unzipped) {
        this.key = key;
        this.channel = channel;
        this.unzipped = unzipped;
    }

    /** Opens what a path leads to at the moment. */
    static Segment open(Path real, boolean gzipped) throws IOException {
        while (true) {
            FileKey before = FileKey.of(real);
            FileChannel channel = Root.open(real);
            if (FileKey.of(real).equals(before)) {
                return new Segment(before, channel, gzipped ? ForwardLines.stream(channel, true) : null);
            }
            channel.close();
        }
    }

    FileKey key() {
        return key;
    }

    FileChannel channel() {
        return channel;
    }

    boolean isBroken() {
        return broken;
    }

    /** Reads on from a point; -1 at the end of what there is, or {@link #CHANGED}. */
    int read(ReadPoint point, byte[] target) throws IOException {
        if (unzipped != null) {
            return unzip(unzipped, target);
        }
        byte[] last = point.last();
        ByteBuffer buffer = ByteBuffer.wrap(target);
        int count = channel.read(buffer, point.position() - last.length);
        if (count < last.length || !Arrays.equals(last, 0, last.length, target, 0, last.length)) {
            return last.length == 0 ? -1 : CHANGED;
        }
        System.arraycopy(target, last.length, target, 0, count - last.length);
        return count == last.length ? -1 : count - last.length;
    }

    /** Whether what was read up to a point stands in this file; if so, reading goes on there. */
    boolean continues(ReadPoint point) throws IOException {
        byte[] last = point.last();
        if (unzipped == null) {
            ByteBuffer there = ByteBuffer.allocate(last.length);
            channel.read(there, point.position() - last.length);
            return !there.hasRemaining() && Arrays.equals(there.array(), last);
        }
        try {
            unzipped.skipNBytes(point.position() - last.length);
            return Arrays.equals(unzipped.readNBytes(last.length), last);
        } catch (EOFException | ZipException e) {
            return false;
        }
    }

    boolean isEmpty() throws IOException {
        return unzipped == null ? channel.size() == 0 : unzipped.read() < 0;
    }

    private int unzip(InputStream stream, byte[] target) throws IOException {
        try {
            return stream.read(target);
        } catch (EOFException | ZipException e) {
            broken = true;
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (unzipped != null) {
            unzipped.close();
        }
    }
}
