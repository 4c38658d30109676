package io.pixsim.logging.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Fields;
import org.slf4j.MDC;

/** A process that logs of many jobs, and ends with 0 when all of it is in their files. */
final class ManyJobsChild {

    private static final int JOBS = 200;

    private ManyJobsChild() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        JobFileAppender files = new JobFileAppender();
        files.setContext(context);
        files.setName("jobs");
        files.setFolder(folder.toString());
        files.start();
        Logger log = context.getLogger("worker");
        log.addAppender(files);
        failOnce(files, log);
        for (int i = 0; i < 2 * JOBS; i++) {
            log.info("of a job", Fields.JOB_ID.of(i % JOBS));
        }
        files.flush(Duration.ofSeconds(10));
        System.exit(files.fileStats().written() == 2 * JOBS ? 0 : 1);
    }

    /** So that the classes that a failure needs are there: to load one takes a file, too. */
    private static void failOnce(JobFileAppender files, Logger log) throws Exception {
        Files.createDirectories(files.path(null, "no-file").orElseThrow());
        log.info("nowhere", Fields.JOB_ID.of("no-file"));
        files.flush(Duration.ofSeconds(10));
        files.fileStats();
    }
}
