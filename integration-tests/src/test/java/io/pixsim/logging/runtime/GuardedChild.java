package io.pixsim.logging.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.FileOptions;
import io.pixsim.logging.JvmOptions;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.context.LogContext;
import org.slf4j.Logger;

/** A program that wants more than its host permits. Whatever reaches it ends it with another code than 0. */
final class GuardedChild {

    private static final Duration SHORT = Duration.ofMillis(200);

    private GuardedChild() {}

    public static void main(String[] arguments) {
        Path granted = Path.of(arguments[0]);
        use(LoggingOptions.forService("worker").file(granted).build(), "granted");
        use(refused(Path.of(arguments[1])), "refused");
        use(refused(Path.of("relative")), "relative");
        Logging.shutdown(SHORT);
        while (Logging.stats().files().pending()
                > 0) { // a writer gives up at the deadline, and counts what it had then
            Thread.onSpinWait();
        }
        System.out.println("lost " + Logging.stats().files().lost());
    }

    private static LoggingOptions refused(Path folder) {
        return LoggingOptions.forService("worker")
                .file(folder.resolve("worker.jsonl"))
                .files(FileOptions.builder().folder(folder.resolve("logs")).build())
                .spoolFolder(folder.resolve("spool"))
                .ingestionUrl(URI.create("http://localhost:9/logs"))
                .jvm(JvmOptions.builder().jmx(true).build())
                .build();
    }

    private static void use(LoggingOptions options, String what) {
        Logger log = Logging.configure(options);
        try (var job = LogContext.job(123)) {
            log.info("{} info", what);
            log.error("{} error", what, new IllegalStateException("no frame"));
        }
        Logging.flush(SHORT);
    }
}
