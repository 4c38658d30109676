package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link FileRun} told.
 *
 * @param writer what wrote
 * @param jobs how many jobs took turns
 * @param events how many events were written
 * @param cpuNanos CPU time of the process
 * @param elapsedNanos from the first event to the last line
 * @param openFiles files that the writer had open at the end
 */
record FileResult(FileWriter writer, int jobs, long events, long cpuNanos, long elapsedNanos, long openFiles) {

    private static final double SECOND = 1e9;

    double perCpuSecond() {
        return events * SECOND / cpuNanos;
    }

    double perSecond() {
        return events * SECOND / elapsedNanos;
    }

    /** Starts the JVM and takes its word. */
    static FileResult run(FileWriter writer, int jobs, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(Jvm.COMMON));
        command.add(Jvm.LOGBACK);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), FileRun.class.getName()));
        command.addAll(List.of(writer.name(), String.valueOf(jobs), folder.toString()));
        Process run = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.waitFor() != 0 || !printed.contains(FileRun.MARK)) {
            throw new IllegalStateException(writer + " with " + jobs + " jobs ended with " + run.exitValue());
        }
        String[] parts = printed.substring(printed.indexOf(FileRun.MARK) + FileRun.MARK.length())
                .strip()
                .split(" ", -1);
        return new FileResult(
                writer,
                jobs,
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]));
    }
}
