package io.pixsim.logging.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Writes numbered lines into a file in random pieces and rotates it at random, in one of the ways in which files are rotated. */
final class RandomWriter implements AutoCloseable {

    /** How a file is rotated. */
    enum Way {
        RENAMED,
        RENAMED_AND_COMPRESSED,
        DATED,
        COPIED_AND_CUT,
        COPIED_CUT_AND_COMPRESSED
    }

    private final Path file;
    private final Way way;
    private final Random random;
    private final List<String> written = new ArrayList<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private OutputStream stream;
    private int rotations;

    RandomWriter(Path file, Way way, Random random) throws IOException {
        this.file = file;
        this.way = way;
        this.random = random;
        this.stream = open();
    }

    /** Every line so far, finished or not. */
    List<String> written() {
        return written;
    }

    int rotations() {
        return rotations;
    }

    void step() throws IOException {
        if (random.nextInt(12) == 0 && Files.size(file) > 0) {
            rotate();
        } else if (random.nextInt(3) == 0 && pending.size() > 0) {
            writePart(random.nextInt(pending.size()) + 1);
        } else {
            String line = line();
            written.add(line);
            pending.write((line + "\n").getBytes(UTF_8));
        }
    }

    /** No two parts are the same: files are known again by what is in them. */
    private String line() {
        StringBuilder line = new StringBuilder().append(written.size());
        int parts = random.nextInt(50) == 0 ? 6_000 : random.nextInt(30);
        for (int i = 0; i < parts; i++) {
            line.append(" ä€𝄞").append(random.nextInt());
        }
        return line.toString();
    }

    void finish() throws IOException {
        writePart(pending.size());
    }

    /** Writes a last line that is not among the numbered ones. */
    void end(String line) throws IOException {
        pending.write((line + "\n").getBytes(UTF_8));
        finish();
    }

    private void writePart(int length) throws IOException {
        byte[] bytes = pending.toByteArray();
        stream.write(bytes, 0, length);
        pending.reset();
        pending.write(bytes, length, bytes.length - length);
    }

    /** A file is renamed between two lines, as a writer does it itself; it may be cut anywhere, since another does that. */
    private void rotate() throws IOException {
        rotations++;
        switch (way) {
            case RENAMED, RENAMED_AND_COMPRESSED -> rename(way == Way.RENAMED_AND_COMPRESSED);
            case DATED -> {
                finish();
                stream.close();
                Files.move(file, sibling("worker.2026-11-27." + rotations + ".jsonl"));
                stream = open();
            }
            case COPIED_AND_CUT, COPIED_CUT_AND_COMPRESSED -> copyAndCut(way == Way.COPIED_CUT_AND_COMPRESSED);
        }
    }

    private void rename(boolean compress) throws IOException {
        finish();
        stream.close();
        shift();
        Files.move(file, sibling("worker.jsonl.1"));
        if (random.nextBoolean()) {
            stream = open();
            compress(compress);
        } else {
            compress(compress);
            stream = open();
        }
    }

    private void copyAndCut(boolean compress) throws IOException {
        shift();
        Files.copy(file, sibling("worker.jsonl.1"));
        Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        compress(compress);
    }

    /** Compresses the rotated file, some rotations late. */
    private void compress(boolean wanted) throws IOException {
        Path plain = sibling("worker.jsonl.2");
        if (!wanted || !Files.exists(plain)) {
            return;
        }
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(sibling("worker.jsonl.2.gz")))) {
            Files.copy(plain, packed);
        }
        Files.delete(plain);
    }

    private void shift() throws IOException {
        for (int i = rotations; i >= 1; i--) {
            for (String end : List.of("", ".gz")) {
                Path from = sibling("worker.jsonl." + i + end);
                if (Files.exists(from)) {
                    Files.move(from, sibling("worker.jsonl." + (i + 1) + end));
                }
            }
        }
    }

    private Path sibling(String name) {
        return file.resolveSibling(name);
    }

    private OutputStream open() throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
