package io.pixsim.logging.benchmarks.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the processes: the sink, and one for each contestant and part. */
final class Jvms {

    private static final String[] SINK = {"-Xms1500m", "-Xmx1500m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch"};
    /** The same for all of them. */
    static final String[] CANDIDATE = {"-Xms512m", "-Xmx512m"};

    private static final long LONGEST_SECONDS = 60;

    private Jvms() {}

    static Process sink() throws IOException {
        return start(SINK, SinkMain.class.getName());
    }

    static Figures run(Contestant contestant, Part part, Ports ports) throws IOException, InterruptedException {
        Process process = start(CANDIDATE, CandidateMain.class.getName(), contestant.name(), part.name(), ports.text());
        Figures figures = new Figures();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("step ")) {
                    System.out.println(line);
                }
                figures.read(line);
                line = lines.readLine();
            }
        }
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(contestant + " " + part + " failed");
        }
        return figures;
    }

    private static Process start(String[] options, String... main) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.add("-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider");
        command.add("-Dslf4j.internal.verbosity=WARN");
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.addAll(Arrays.asList(main));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static Ports ports(Process sink) throws IOException {
        return Ports.parse(
                new BufferedReader(new InputStreamReader(sink.getInputStream(), StandardCharsets.US_ASCII)).readLine());
    }
}
