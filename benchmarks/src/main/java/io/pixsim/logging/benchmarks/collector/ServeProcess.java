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
    private static final double KIB_OF_MIB = 1024;

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
        command.addAll(List.of("-jar", jar().toString(), "serve", "--port", "0", "--data", data.toString()));
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
        return Files.size(jar()) / KIB_OF_MIB / KIB_OF_MIB;
    }

    URI url() {
        return url;
    }

    Duration readyIn() {
        return readyIn;
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory: {@code VmRSS} now, {@code VmHWM} the most that it ever was; in MiB. */
    double memory(String which) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(which + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_OF_MIB)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
