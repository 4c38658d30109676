package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real process that runs a main class of the tests, on the class path of the tests. */
public final class ChildJvm implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static ChildJvm run(Class<?> main, Map<String, String> environment, String... arguments) throws IOException {
        return run(System.getProperty("java.class.path"), main, environment, arguments);
    }

    static ChildJvm run(String classPath, Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start());
    }

    /** Reads what the child prints until a line says what is awaited. */
    public void awaitLine(String awaited) throws IOException {
        String line = output.readLine();
        while (line != null && !line.contains(awaited)) {
            lines.add(line);
            line = output.readLine();
        }
        assertThat(line)
                .as("the child ended without saying '%s': %s", awaited, lines)
                .isNotNull();
    }

    /** Asks the process to end, as a supervisor does, and goes on listening to what it prints. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Stops the process where it stands, as a debugger or a frozen container does, until {@link #resume}. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets the process go on. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).as("kill -" + name).isZero();
    }

    public int awaitExit() throws IOException, InterruptedException {
        output.lines().forEach(lines::add);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("the child ends by itself")
                .isTrue();
        return process.exitValue();
    }

    /** What the child printed, on standard output and standard error. */
    public List<String> lines() {
        return lines;
    }

    /** Ends the process at once, without asking, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
