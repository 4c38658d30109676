package io.pixsim.logging.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file from its first line to its last, decompressed where it is compressed. */
final class ForwardLines implements Lines {

    private static final int BLOCK = 64 << 10;

    private final InputStream stream;
    private final LineBuffer buffer = new LineBuffer();
    private boolean finished = true;
    private boolean ended;
    private long broken;

    private ForwardLines(InputStream stream) {
        this.stream = stream;
    }

    static ForwardLines open(Path file, boolean gzipped) throws IOException {
        return new ForwardLines(stream(Root.open(file), gzipped));
    }

    /** A channel's bytes, decompressed; closes the channel when it is closed, or when this fails. */
    static InputStream stream(FileChannel channel, boolean gzipped) throws IOException {
        InputStream plain = Channels.newInputStream(channel);
        if (!gzipped) {
            return plain;
        }
        try {
            return channel.size() == 0 ? plain : new GZIPInputStream(plain, BLOCK);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    @Override
    public boolean next() throws IOException {
        while (!buffer.next()) {
            if (ended || fill() < 0) {
                ended = true;
                finished = false;
                return buffer.nextUnfinished();
            }
        }
        return true;
    }

    /** What is behind the place where a compressed file is broken can't be read. */
    private int fill() throws IOException {
        try {
            return buffer.fill(stream::read);
        } catch (EOFException | ZipException e) {
            broken++;
            return -1;
        }
    }

    @Override
    public byte[] array() {
        return buffer.array();
    }

    @Override
    public int from() {
        return buffer.from();
    }

    @Override
    public int to() {
        return buffer.to();
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public long passedOver() {
        return buffer.passedOver() + broken;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
