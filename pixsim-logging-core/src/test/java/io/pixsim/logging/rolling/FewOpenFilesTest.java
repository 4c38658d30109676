package io.pixsim.logging.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that leaves no file to be opened: what is open is not let go of. */
class FewOpenFilesTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final int FEW = 120;

    @TempDir
    Path folder;

    @Test
    void aFileThatCannotBeRotatedForWantOfFilesIsWrittenOn() throws Exception {
        assumeTrue(Files.exists(SHELL), "there is no shell to limit a process");

        Process child = new ProcessBuilder(
                        SHELL.toString(),
                        "-c",
                        "ulimit -n " + FEW + " && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NoFilesLeftChild.class.getName(),
                        folder.resolve("worker.log").toString())
                .inheritIO()
                .start();

        assertThat(child.waitFor()).isZero();
    }
}
