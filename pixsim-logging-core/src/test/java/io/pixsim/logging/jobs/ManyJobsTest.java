package io.pixsim.logging.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.core.util.FileSize;
import io.pixsim.logging.catalog.Fields;
import org.junit.jupiter.api.Test;

/** Many more jobs than files that may be open, all at once. */
class ManyJobsTest extends JobFilesFixture {

    private static final int JOBS = 3000;

    @Test
    void theLinesOfEachJobAreInTheirOrderWhateverTheOrderOfTheJobs() throws Exception {
        start(16);
        List<Thread> threads = new ArrayList<>();
        int[] logged = new int[JOBS];
        for (int i = 0; i < 2; i++) {
            int parity = i;
            Random random = new Random(i);
            threads.add(new Thread(() -> {
                for (int line = 0; line < 15_000; line++) {
                    int job = 2 * random.nextInt(JOBS / 2) + parity;
                    log(String.valueOf(job), String.valueOf(logged[job]++));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        flush();

        assertThat(jobs.fileStats().written()).isEqualTo(30_000);
        assertThat(jobs.fileStats().pending()).isZero();
        for (Path file : files()) {
            int job = Integer.parseInt(file.getFileName().toString().replace(".jsonl", ""));
            List<String> messages = messages(file.toString());
            assertThat(messages).hasSize(logged[job]);
            for (int line = 0; line < logged[job]; line++) {
                assertThat(messages.get(line)).isEqualTo(String.valueOf(line));
            }
        }
    }

    @Test
    void aFlushWaitsForTheLineOfAQuietJobHoweverMuchOthersLog() throws Exception {
        start(16);
        AtomicBoolean over = new AtomicBoolean();
        Thread busy = new Thread(() -> {
            for (int line = 0; !over.get(); line++) {
                log(String.valueOf(line % JOBS), "busy");
            }
        });
        busy.start();
        try {
            for (int i = 0; i < 20; i++) {
                log.warn("line", Fields.JOB_ID.of("quiet")); // there is always room for a warning
                flush();
                assertThat(messages("projects/_none/files/logs/jobs/quiet.jsonl"))
                        .hasSize(i + 1);
            }
        } finally {
            over.set(true);
            busy.join();
        }
    }

    private void start(int openFiles) {
        jobs.setMaxOpenFiles(openFiles);
        jobs.setMemory(FileSize.valueOf("64MB"));
        start();
    }
}
