package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file from its last line to its first, read in blocks from its end. */
final class BackwardLines implements Lines {

    private static final int BLOCK = 64 << 10;

    private final FileChannel channel;
    private byte[] bytes = new byte[0];
    /** Where in the file the array begins. */
    private long position;
    /** How much of the array was not given out yet. */
    private int end;

    private int from;
    private int to;
    private boolean finished;
    private boolean passingOver;
    private long passedOver;

    private BackwardLines(FileChannel channel) throws IOException {
        this.channel = channel;
        this.position = channel.size();
    }

    static BackwardLines open(Path file) throws IOException {
        FileChannel channel = Root.open(file);
        try {
            return new BackwardLines(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public boolean next() throws IOException {
        while (hasMore()) {
            finished = bytes[end - 1] == '\n';
            int stop = finished ? end - 1 : end;
            int feed = feedBefore(stop);
            while (feed < 0 && position > 0) {
                dropIfTooLong();
                int kept = end;
                if (!readBefore()) {
                    return false;
                }
                int more = end - kept;
                stop = Math.min(stop, kept) + more;
                feed = feedBefore(more);
            }
            from = feed + 1;
            to = stop > from && bytes[stop - 1] == '\r' ? stop - 1 : stop;
            end = from;
            if (!passingOver) {
                return true;
            }
            passingOver = false;
        }
        return false;
    }

    private boolean hasMore() throws IOException {
        return end > 0 || (position > 0 && readBefore());
    }

    private int feedBefore(int index) {
        int feed = index - 1;
        while (feed >= 0 && bytes[feed] != '\n') {
            feed--;
        }
        return feed;
    }

    private void dropIfTooLong() {
        if (end > LineBuffer.LONGEST) {
            end = 0;
            passedOver += passingOver ? 0 : 1;
            passingOver = true;
        }
    }

    /** Puts the block before in front of what was not given out; false when the file got shorter meanwhile. */
    private boolean readBefore() throws IOException {
        int length = (int) Math.min(position, Math.max(BLOCK, end));
        byte[] more = new byte[length + end];
        ByteBuffer target = ByteBuffer.wrap(more, 0, length);
        long at = position - length;
        while (target.hasRemaining()) {
            if (channel.read(target, at + target.position()) < 0) {
                passedOver++;
                return false;
            }
        }
        System.arraycopy(bytes, 0, more, length, end);
        end += length;
        bytes = more;
        position = at;
        return true;
    }

    @Override
    public byte[] array() {
        return bytes;
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public int to() {
        return to;
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public long passedOver() {
        return passedOver;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
