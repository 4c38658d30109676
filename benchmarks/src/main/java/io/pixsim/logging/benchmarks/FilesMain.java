package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares what it takes to write lines to files, and writes the page. */
final class FilesMain {

    private static final int[] JOBS = {1, 100, 10_000};

    private FilesMain() {}

    /** The argument is the file to write. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Machine machine = Machine.now();
        Path folder = Files.createTempDirectory(Path.of("benchmarks", "target"), "files");
        try {
            Files.writeString(Path.of(args[0]), new FilesPage(machine, all(folder)).markdown());
        } finally {
            delete(folder);
        }
    }

    private static List<FileResult> all(Path folder) throws IOException, InterruptedException {
        List<FileResult> results = new ArrayList<>();
        measure(FileWriter.PIXSIM_ROLLING, 1, folder, results);
        measure(FileWriter.LOGBACK_ROLLING, 1, folder, results);
        for (int jobs : JOBS) {
            measure(FileWriter.PIXSIM_JOBS, jobs, folder, results);
            measure(FileWriter.LOGBACK_SIFTING, jobs, folder, results);
        }
        measure(FileWriter.LOGBACK_SIFTING_BOUNDED, JOBS[JOBS.length - 1], folder, results);
        measure(FileWriter.PIXSIM_JOBS_OPEN, JOBS[JOBS.length - 1], folder, results);
        return results;
    }

    private static void measure(FileWriter writer, int jobs, Path within, List<FileResult> results)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectory(within.resolve(writer + "-" + jobs));
        FileResult result = FileResult.run(writer, jobs, folder);
        delete(folder);
        settle();
        results.add(result);
        System.out.printf(
                Locale.ROOT,
                "%-40s %6d jobs %,12.0f events per CPU second%n",
                writer.title(),
                jobs,
                result.perCpuSecond());
    }

    /** What was left to be written back must not burden what is measured next. */
    static void settle() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
