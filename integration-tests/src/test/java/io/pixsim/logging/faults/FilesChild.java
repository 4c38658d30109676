package io.pixsim.logging.faults;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.FileOptions;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.context.LogContext;
import org.slf4j.Logger;

/** Logs numbered events of ten jobs to files, for ever or so many, and tells how far it is. */
final class FilesChild {

    static final String FAR = "child is far";

    private static final int FAR_ENOUGH = 20_000;
    private static final long A_LITTLE = 20_000;

    private FilesChild() {}

    public static void main(String[] arguments) {
        String name = arguments[1];
        Path folder = Path.of(arguments[0]);
        long events = Long.parseLong(arguments[2]);
        Logger log = Logging.configure(LoggingOptions.forService(name)
                .files(FileOptions.builder()
                        .folder(folder)
                        .errorFile(folder.resolve("shared.log"))
                        .build())
                .build());
        for (long number = 0; number < events; number++) {
            try (var job = LogContext.job("job-" + number % 10)) {
                log.atInfo().addKeyValue("number", number).log("of " + name);
            }
            if (number % 100 == 0) {
                log.error("shared by {} at {}", name, number);
            }
            if (number == FAR_ENOUGH) {
                System.out.println(FAR);
            }
            if (number % 20 == 0) {
                LockSupport.parkNanos(A_LITTLE);
            }
        }
    }
}
