package io.pixsim.logging.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import io.pixsim.logging.FewFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that leaves no file to be opened: what is open is not let go of. */
class FewOpenFilesTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatCannotBeRotatedForWantOfFilesIsWrittenOn() throws Exception {
        Process child = FewFiles.start(NoFilesLeftChild.class, folder.resolve("worker.log"));

        assertThat(child.waitFor()).isZero();
    }
}
