package io.pixsim.logging.http.spool;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Lines of what an endpoint refused, appended, each in one write, so that several processes may share the file. Beyond
 * half of its bytes it is put aside as {@code <name>.1}, in place of the one before.
 */
public final class DeadLetterFile {

    /** The file's name in a spool's folder. */
    public static final String NAME = "dead-letters.jsonl";
    /** The most bytes, those put aside included: 32 MiB. */
    public static final long MOST_BYTES = 32L << 20;

    private final Path file;
    private final long mostBytes;

    /**
     * A file that is made when it is first needed.
     *
     * @param file the file
     * @param mostBytes the most bytes, those put aside included
     */
    public DeadLetterFile(Path file, long mostBytes) {
        this.file = file.toAbsolutePath();
        this.mostBytes = mostBytes;
    }

    /**
     * Appends lines.
     *
     * @param lines whole lines, each with its line feed
     * @throws IOException when they could not be written
     */
    public void append(byte[] lines) throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file) && Files.size(file) + lines.length > mostBytes / 2) {
            Files.move(file, aside(file), StandardCopyOption.REPLACE_EXISTING);
        }
        // Not through a channel: a thread that is interrupted would close that.
        boolean torn = isTorn();
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            if (torn) {
                out.write('\n');
            }
            out.write(lines);
        }
    }

    /** Whether the last line has no end, since its process was killed. */
    private boolean isTorn() throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() == 0) {
                return false;
            }
            in.seek(in.length() - 1);
            return in.read() != '\n';
        }
    }

    /**
     * Reads the lines; what a torn one has of a character is shown as such.
     *
     * @param file the file, or an older part
     * @return the lines
     * @throws IOException when it can't be read
     */
    public static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /**
     * Where an older part lies.
     *
     * @param file the file
     * @return the file beside it
     */
    public static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + ".1");
    }
}
