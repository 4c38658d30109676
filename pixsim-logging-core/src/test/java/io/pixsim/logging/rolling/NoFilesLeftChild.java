package io.pixsim.logging.rolling;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.util.FileSize;
import org.slf4j.MDC;

/** A process that opens all files that it may and logs on, and ends with 0 when all of it is written. */
final class NoFilesLeftChild {

    private static final int EVENTS = 100;

    /** Reachable, since a channel that is not is closed. */
    static final List<FileChannel> TAKEN = new ArrayList<>();

    private NoFilesLeftChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path path = Path.of(arguments[0]);
        failOnce(path.toAbsolutePath().getParent());
        LogFileAppender file = appender(path);
        log(file);

        CountDownLatch allTaken = new CountDownLatch(1);
        Thread greedy = new Thread(() -> takeAll(path, allTaken));
        greedy.setDaemon(true);
        greedy.start();
        allTaken.await();
        long written = log(file);

        Runtime.getRuntime().halt(written == 2 * EVENTS ? 0 : 1);
    }

    /** So that the classes that a failure needs are there: to load one takes a file, too. */
    private static void failOnce(Path folder) {
        log(appender(folder));
    }

    private static LogFileAppender appender(Path path) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        LogFileAppender file = new LogFileAppender();
        file.setContext(context);
        file.setName("file");
        file.setFile(path.toString());
        file.setMaxFileSize(new FileSize(1000));
        file.start();
        context.getLogger("worker").addAppender(file);
        return file;
    }

    /** Gives how many events are in the file. */
    private static long log(LogFileAppender file) {
        Logger log = ((LoggerContext) file.getContext()).getLogger("worker");
        for (int i = 0; i < EVENTS; i++) {
            log.info("event {}", i);
        }
        file.flush(Duration.ofSeconds(2));
        return file.fileStats().written();
    }

    /** And whatever is let go of later. */
    private static void takeAll(Path path, CountDownLatch allTaken) {
        while (true) {
            try {
                TAKEN.add(FileChannel.open(path));
            } catch (IOException e) {
                allTaken.countDown();
            }
        }
    }
}
