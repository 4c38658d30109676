package io.pixsim.logging.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.ReasonCounters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A file that is rotated, on a real disk, with a clock of its own. */
abstract class RotatingFileFixture {

    final TestTime time = new TestTime("2026-11-27T23:00:00");
    final ReasonCounters<FileLoss> lost = new ReasonCounters<>(FileLoss.class);

    @TempDir
    Path folder;

    RotatingFile file;

    @AfterEach
    void close() {
        file.close();
    }

    void start(Rotation rotation) {
        file = new RotatingFile(path(), rotation, time, time, lost);
    }

    int write(String... lines) throws IOException {
        return write(file, lines);
    }

    int write(RotatingFile to, String... lines) throws IOException {
        int written = to.write(List.of(chunk(to, lines)), () -> false);
        if (Files.exists(path())) {
            Files.setLastModifiedTime(path(), FileTime.from(time.instant()));
        }
        return written;
    }

    static Chunk<RotatingFile> chunk(RotatingFile to, String... lines) {
        Chunk<RotatingFile> chunk = new Chunk<>(Chunk.USUAL_SIZE);
        for (String line : lines) {
            chunk.add(to, (line + "\n").getBytes(UTF_8));
        }
        return chunk;
    }

    Path path() {
        return folder.resolve("worker.log");
    }

    String content(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
