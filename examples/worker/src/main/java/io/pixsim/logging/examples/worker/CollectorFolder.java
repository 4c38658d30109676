package io.pixsim.logging.examples.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.Collector;

/** Where the collector of the demonstration keeps what it is sent; each run begins with an empty one. */
record CollectorFolder(Path folder) {

    /** Starts a collector in this JVM. What it logs of itself is no part of the demonstration. */
    Collector start() throws IOException {
        Logging.configure(LoggingOptions.forService("worker").enableHttp(false).build());
        Logging.level("io.pixsim.logging.collector", Severity.ERROR);
        Logging.level("org.eclipse.jetty", Severity.WARNING);
        clear();
        return Collector.builder().data(folder).port(0).start();
    }

    private void clear() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : innermostFirst) {
                Files.delete(path);
            }
        }
    }
}
