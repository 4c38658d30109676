package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares what it takes to write lines to files, and writes the page. */
final class FilesMain {

    private static final int[] JOBS = {1, 100, 10_000};

    private FilesMain() {}

    /** The argument is the file to write. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Machine machine = Machine.now();
        List<FileResult> results = new ArrayList<>();
        measure(FileWriter.PIXSIM_ROLLING, 1, results);
        measure(FileWriter.LOGBACK_ROLLING, 1, results);
        for (int jobs : JOBS) {
            measure(FileWriter.PIXSIM_JOBS, jobs, results);
            measure(FileWriter.LOGBACK_SIFTING, jobs, results);
        }
        measure(FileWriter.LOGBACK_SIFTING_BOUNDED, JOBS[JOBS.length - 1], results);
        Files.writeString(Path.of(args[0]), new FilesPage(machine, results).markdown());
    }

    private static void measure(FileWriter writer, int jobs, List<FileResult> results)
            throws IOException, InterruptedException {
        FileResult result = FileResult.run(writer, jobs);
        results.add(result);
        System.out.printf(
                Locale.ROOT,
                "%-40s %6d jobs %,12.0f events per CPU second%n",
                writer.title(),
                jobs,
                result.perCpuSecond());
    }
}
