package io.pixsim.logging.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that may open fewer files than are kept open of its jobs. */
class FewOpenFilesTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final int FEW = 120;

    @TempDir
    Path folder;

    @Test
    void filesOfJobsAreClosedWhenNoMoreCanBeOpened() throws Exception {
        assumeTrue(Files.exists(SHELL), "there is no shell to limit a process");

        Process child = new ProcessBuilder(
                        SHELL.toString(),
                        "-c",
                        "ulimit -n " + FEW + " && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyJobsChild.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();

        assertThat(child.waitFor()).isZero();
    }
}
