package io.pixsim.logging.benchmarks.collector;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The collector as it is run: the jar and its command, with options of the JVM or none. */
final class ServeProcess implements AutoCloseable {

    private static final String ADDRESS = "listening on ";
    private static final double MEBIBYTE = 1L << 20;

    private final Process process;
    private final URI url;
    private final Duration readyIn;

    private ServeProcess(Process process, URI url, Duration readyIn) {
        this.process = process;
        this.url = url;
        this.readyIn = readyIn;
    }

    static ServeProcess start(Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar().toString(), "serve", "--port", "0"));
        command.addAll(List.of("--data", data.toString(), "--retention-days", "0"));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(ADDRESS)) {
                Duration readyIn = Duration.ofNanos(System.nanoTime() - begin);
                return new ServeProcess(process, URI.create(line.substring(ADDRESS.length())), readyIn);
            }
        }
        throw new IOException("the collector did not start");
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("pixsim-logging-collector", "target"))) {
            return files.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar of the collector"));
        }
    }

    static double jarMebibytes() throws IOException {
        return Files.size(jar()) / MEBIBYTE;
    }

    URI url() {
        return url;
    }

    Duration readyIn() {
        return readyIn;
    }

    /** Of all processes that the command has begun, as of itself. */
    Duration cpu() {
        return Processes.cpu(all());
    }

    /** Resident memory of all of them: {@code VmRSS} now, {@code VmHWM} the most that each ever was; in MiB. */
    double memory(String which) throws IOException {
        return Processes.memory(all(), which);
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
