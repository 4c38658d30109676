package io.pixsim.logging.collector;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command in a process of its own, which can be killed. */
public final class ServeChild implements AutoCloseable {

    private static final String ADDRESS = "listening on ";

    private final Process process;
    private final BufferedReader output;
    private final URI url;

    private ServeChild(Process process) throws IOException {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.url = readAddress();
    }

    /** Starts it, by the words between java and the options of the command, and waits for its address. */
    static ServeChild start(List<String> program, Path data, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of("--data", data.toString()));
        options.addAll(Arrays.asList(more));
        return start(program, options);
    }

    /** The same, with a store that the options name. */
    public static ServeChild start(List<String> program, List<String> options) throws IOException {
        List<String> bounded = new ArrayList<>(List.of("-Xmx256m"));
        bounded.addAll(program);
        return startAsItIs(bounded, options);
    }

    /** The same, with no option of the JVM but those of the program. */
    static ServeChild startAsItIs(List<String> program, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.addAll(List.of("serve", "--port", "0"));
        command.addAll(options);
        return new ServeChild(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    public static List<String> onClassPath() {
        return List.of("-cp", System.getProperty("java.class.path"), Main.class.getName());
    }

    private URI readAddress() throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(ADDRESS)) {
                return URI.create(line.substring(ADDRESS.length()));
            }
            seen.add(line);
        }
        throw new AssertionError("the child ended without its address: " + seen);
    }

    public URI url() {
        return url;
    }

    /** The processes that it has begun. */
    List<ProcessHandle> begun() {
        return process.descendants().toList();
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As a supervisor does; gives the exit status and what was printed after the address. */
    List<String> terminate() throws IOException, InterruptedException {
        process.toHandle().destroy(); // the process itself would close what it prints
        List<String> rest = output.lines().toList();
        process.waitFor();
        return rest;
    }

    /** What it ends with. */
    int exitStatus() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
