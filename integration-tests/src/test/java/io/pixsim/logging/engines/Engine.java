package io.pixsim.logging.engines;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real engine, built from its Go module and run as a process. */
final class Engine implements AutoCloseable {

    private static final Duration BUILD = Duration.ofMinutes(8);
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;

    private Engine(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * The program of a module under {@code engines/}, built once; the test is skipped, with the reason, where that is not
     * possible.
     */
    static Path build(String module, String mainPackage) throws IOException, InterruptedException {
        Path program = Path.of("target", "engines", module).toAbsolutePath();
        if (Files.exists(program)) {
            return program;
        }
        Files.createDirectories(program.getParent());
        Path log = program.resolveSibling(module + "-build.log");
        Process build;
        try {
            build = started(
                    List.of("go", "build", "-o", program.toString(), mainPackage), Path.of("engines", module), log);
        } catch (IOException e) {
            return skipped(module + " is not tried: there is no Go toolchain on the path");
        }
        if (!build.waitFor(BUILD.toSeconds(), TimeUnit.SECONDS)) {
            build.destroyForcibly();
            return skipped(module + " is not tried: it was not built within " + BUILD.toMinutes() + " minutes");
        }
        return build.exitValue() == 0
                ? program
                : skipped(module + " is not tried: it could not be built: " + Files.readString(log));
    }

    private static Path skipped(String why) {
        System.err.println(why);
        assumeTrue(false, why);
        throw new AssertionError(why);
    }

    static int freePort() throws IOException {
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return unused.getLocalPort();
        }
    }

    /** Runs the program until it takes connections at the port. */
    static Engine start(Path program, int port, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path log =
                Files.createTempFile(program.getParent(), program.getFileName().toString(), ".log");
        Engine engine = new Engine(started(command, program.getParent(), log), log);
        await().atMost(START)
                .failFast("it has ended", () -> !engine.process.isAlive())
                .until(() -> isListening(port));
        return engine;
    }

    private static Process started(List<String> command, Path folder, Path log) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** All that it has printed. */
    String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        // Its folder is deleted next.
        process.onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
    }
}
