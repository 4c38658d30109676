package io.pixsim.logging.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** What is to be run, and how. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ProcessPlan(
        ProcessEvents events,
        List<String> command,
        Map<String, String> environment,
        @Nullable Path folder,
        byte[] input,
        OutputOptions stdout,
        OutputOptions stderr,
        Consumer<String> reader,
        Duration deadline,
        Duration grace) {

    static final int MAX_LINE_LENGTH = 4 * 1024;

    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        return builder.start();
    }
}
