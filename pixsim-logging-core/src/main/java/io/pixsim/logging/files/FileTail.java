package io.pixsim.logging.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** The last bytes of a file, and the whole lines in them. */
final class FileTail {

    private final byte[] bytes;
    private final int length;
    private final long end;
    private final boolean fromStart;

    private FileTail(byte[] bytes, int length, long end, boolean fromStart) {
        this.bytes = bytes;
        this.length = length;
        this.end = end;
        this.fromStart = fromStart;
    }

    byte[] bytes() {
        return bytes;
    }

    /** How many bytes of the array count. */
    int length() {
        return length;
    }

    /** Where in the file they end. */
    long end() {
        return end;
    }

    /** Whether nothing comes before them. */
    boolean fromStart() {
        return fromStart;
    }

    /** The lines within that many bytes before the end that the file has now. */
    static FileTail of(FileChannel channel, int most) throws IOException {
        long size = channel.size();
        long from = Math.max(0, size - most - 1L);
        ByteBuffer target = ByteBuffer.allocate((int) (size - from));
        int count = 0;
        while (target.hasRemaining() && count >= 0) {
            count = channel.read(target, from + target.position());
        }
        return new FileTail(target.array(), target.position(), from + target.position(), from == 0);
    }

    static FileTail ofGzip(Path file, int most) throws IOException {
        byte[] ring = new byte[2 * (most + 1)];
        int length = 0;
        long end = 0;
        try (InputStream stream = ForwardLines.stream(Root.open(file), true)) {
            int count = stream.read(ring, 0, ring.length);
            while (count > 0) {
                end += count;
                length += count;
                if (length > most + 1) {
                    System.arraycopy(ring, length - most - 1, ring, 0, most + 1);
                    length = most + 1;
                }
                count = stream.read(ring, length, ring.length - length);
            }
        } catch (EOFException | ZipException e) { // what came before can be shown
            return new FileTail(ring, length, end, end == length);
        }
        return new FileTail(ring, length, end, end == length);
    }

    /** Where the first whole line begins; a window that begins in the middle of a line begins behind that. */
    int start(int most) {
        if (fromStart && length <= most) {
            return 0;
        }
        int start = Math.max(0, length - most - 1);
        while (start < length && bytes[start] != '\n') {
            start++;
        }
        return Math.min(length, start + 1);
    }

    /** Behind the last line feed. */
    int stop() {
        int stop = length;
        while (stop > 0 && bytes[stop - 1] != '\n') {
            stop--;
        }
        return stop;
    }

    String text(int most) {
        int start = start(most);
        int stop = stop();
        return stop <= start ? "" : new String(bytes, start, stop - start, StandardCharsets.UTF_8);
    }
}
