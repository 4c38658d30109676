package io.pixsim.logging.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Fields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** An appender for files of jobs, on real files. */
abstract class JobFilesFixture {

    static final Duration LONG = Duration.ofSeconds(30);

    final LoggerContext context = new LoggerContext();
    final JobFileAppender jobs = new JobFileAppender();
    final Logger log = context.getLogger("worker");

    @TempDir
    Path folder;

    @BeforeEach
    void configure() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        jobs.setContext(context);
        jobs.setName("jobs");
        jobs.setFolder(folder.toString());
    }

    @AfterEach
    void stop() {
        context.stop();
        MDC.clear();
    }

    void start() {
        jobs.start();
        log.addAppender(jobs);
    }

    void log(String job, String message) {
        log.info(message, Fields.JOB_ID.of(job));
    }

    void flush() {
        assertThat(jobs.flush(LONG).pending()).isZero();
    }

    List<String> messages(String path) throws IOException {
        List<String> messages = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(path), UTF_8)) {
            assertThat(line).startsWith("{\"timestamp\"").endsWith("}");
            messages.add(line.replaceAll(".*\"msg\":\"([^\"]*)\".*", "$1"));
        }
        return messages;
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean() && System.nanoTime() - start < LONG.toNanos()) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
