package io.pixsim.logging.examples.worker.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.examples.worker.Demo;

/** The demo as its profile starts it with {@code -Dkeep}: it has run its jobs, and its collector stays. */
final class KeptDemo implements AutoCloseable {

    private static final String ADDRESS = "  page       ";

    private final Process process;
    private final String address;

    private KeptDemo(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Runs the jobs, and comes back when the address of the page is told. */
    static KeptDemo run(Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Dkeep=true",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Demo.class.getName(),
                        "jobs",
                        output.toString())
                .redirectErrorStream(true);
        builder.environment().put("PIXSIM_LOG_SAMPLING_PROVIDER_STATUS", "3");
        Process process = builder.start();
        List<String> said = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(ADDRESS)) {
                return new KeptDemo(process, line.substring(ADDRESS.length()));
            }
            said.add(line);
        }
        throw new AssertionError("ended without an address: " + String.join("\n", said));
    }

    /** What it tells a newcomer to open. */
    String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.getInputStream().close();
    }
}
