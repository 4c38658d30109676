package io.pixsim.logging.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is appended to while others move it. */
class AppendFileTest {

    private static final int ROUNDS = 2000;

    @TempDir
    Path folder;

    @Test
    void whatIsTakenForTheFileAtThePathIsNotOneThatWasMovedAwayWhileItWasOpened() throws IOException {
        Path path = folder.resolve("worker.log");
        for (int i = 0; i < ROUNDS; i++) {
            Files.writeString(path, "");
            Path target = folder.resolve("worker.log." + i);
            CompletableFuture<Void> rotating = CompletableFuture.runAsync(() -> rotate(path, target));

            try (AppendFile file = AppendFile.open(path)) {
                rotating.join();

                String line = "round " + i + "\n";
                if (file.isStillThere()) {
                    file.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
                    assertThat(path).content().endsWith(line);
                }
            }
        }
    }

    @Test
    void theLockOfWhoRotatesHoldsThoughAnotherProcessHasWrittenToTheFile() throws Exception {
        Path path = folder.resolve("worker.log");
        try (AppendFile file = AppendFile.open(path)) {
            Files.writeString(path, "of another process\n", StandardOpenOption.APPEND);

            try (FileLock lock = file.tryLock()) {
                assertThat(lock).isNotNull();
                assertThat(file.isAtItsPath()).isTrue();
                assertThat(LockingChild.finds(path)).isEqualTo(LockingChild.LOCKED);
            }
        }
    }

    private static void rotate(Path path, Path target) {
        try {
            Files.move(path, target);
            Files.writeString(path, "", StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
