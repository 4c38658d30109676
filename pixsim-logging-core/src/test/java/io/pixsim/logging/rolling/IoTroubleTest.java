package io.pixsim.logging.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.pixsim.logging.diagnostics.FileLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IoTroubleTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quota.jsonl", "no space left.jsonl", "read-only.jsonl", "too many open files.jsonl"})
    void theNameOfAFileIsNoReason(String name) {
        Path file = folder.resolve(name);
        IOException denied = new AccessDeniedException(file.toString());

        assertThat(IoTrouble.of(denied, file)).isEqualTo(FileLoss.NOT_WRITABLE);
        assertThat(IoTrouble.isOfAllBelow(folder, denied)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Read-only file system", "Too many open files", "Too many open files in system"})
    void whatTheWholeSystemRefusesBefallsAllFiles(String reason) {
        assertThat(IoTrouble.isOfAllBelow(folder, new FileSystemException("1.jsonl", null, reason)))
                .isTrue();
        assertThat(IoTrouble.isOfAllBelow(folder, new IOException(reason))).isTrue();
    }

    @Test
    void aFolderThatCannotBeMadeBefallsAllFiles() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("data"), "a file");

        assertThat(IoTrouble.isOfAllBelow(inTheWay, new IOException())).isTrue();
        assertThat(IoTrouble.isOfAllBelow(inTheWay.resolve("logs"), new IOException()))
                .isTrue();
        assertThat(IoTrouble.isOfAllBelow(folder.resolve("logs"), new IOException()))
                .isFalse();
    }
}
