package io.pixsim.logging.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of jobs. */
class JobTableTest {

    @TempDir
    Path folder;

    @Test
    void whatIsKnownOfJobsIsBounded() {
        JobTable table = new JobTable(folder, JobPattern.DEFAULT);
        for (int job = 0; job < 50_000; job++) {
            table.find("job-" + job, null);
            table.end("job-" + job);
        }

        table.trim(job -> false);

        assertThat(table.size()).isLessThanOrEqualTo(JobTable.MOST);
    }

    @Test
    void oneJobIdOfManyProjectsHasAFileForEachAndIsBoundedToo() {
        JobTable table = new JobTable(folder, JobPattern.DEFAULT);
        JobFile first = table.find("nightly", "project-0");
        for (int project = 1; project < 50_000; project++) {
            table.find("nightly", "project-" + project);
        }

        assertThat(table.find("nightly", "project-0")).isSameAs(first);
        assertThat(table.find("nightly", "project-1").path).isNotEqualTo(first.path);
        table.trim(job -> false);

        assertThat(table.size()).isLessThanOrEqualTo(JobTable.MOST);
    }

    @Test
    void anEventThatTellsNoProjectBelongsToTheLastOneThatDid() {
        JobTable table = new JobTable(folder, JobPattern.DEFAULT);
        JobFile before = table.find("7", null);
        JobFile first = table.find("7", "first");
        JobFile second = table.find("7", "second");

        assertThat(before).isNotSameAs(first);
        assertThat(table.find("7", null)).isSameAs(second);
        table.find("7", "first");
        assertThat(table.find("7", null)).isSameAs(first);
    }

    @Test
    void whatTheWriterKeepsOfForgottenJobsGoesWithThem() {
        JobOutputs outputs = new JobOutputs();
        JobFile kept = new JobFile("1", null, folder);
        JobFile gone = new JobFile("2", null, folder);
        JobOutput ofKept = outputs.of(kept);
        outputs.of(gone);

        outputs.retain(output -> output.job == kept);

        assertThat(outputs.size()).isEqualTo(1);
        assertThat(outputs.of(kept)).isSameAs(ofKept);
        assertThat(outputs.of(gone)).isNotNull();
        assertThat(outputs.size()).isEqualTo(2);
    }
}
