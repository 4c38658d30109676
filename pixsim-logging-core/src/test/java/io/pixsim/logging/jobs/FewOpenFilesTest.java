package io.pixsim.logging.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import io.pixsim.logging.FewFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that may open fewer files than are kept open of its jobs. */
class FewOpenFilesTest {

    @TempDir
    Path folder;

    @Test
    void filesOfJobsAreClosedWhenNoMoreCanBeOpened() throws Exception {
        Process child = FewFiles.start(ManyJobsChild.class, folder);

        assertThat(child.waitFor()).isZero();
    }
}
