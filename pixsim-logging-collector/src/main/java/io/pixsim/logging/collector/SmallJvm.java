package io.pixsim.logging.collector;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs the command once more in a JVM that takes little memory. Left alone, a JVM on a machine of two cores or more begins with a
 * 64th of the memory and uses it all before it looks for garbage: over 400 MiB for what needs less than 200, and nothing
 * can be said about it once it runs. Both end together, however one of them ends. Whoever gives the JVM an option gets the JVM
 * that he asked for.
 */
final class SmallJvm {

    /**
     * What comes in is garbage soon, and goes through a small young generation; the rest of the heap grows with what is held, up
     * to what a JVM allows itself.
     */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmn40m");

    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** On smaller machines a JVM is small by itself. */
    private static final int CORES = 2;

    private static final long MAX_HEAP = 448L << 20;

    /** Set in a JVM whose standard input is held open by another one. */
    private static final String HELD = "pixsim.collector.held";

    private SmallJvm() {}

    /** The exit status of a JVM that ran the command; nothing where this one is to run it. */
    static OptionalInt run() throws InterruptedException {
        if (!isWorthIt()) {
            return OptionalInt.empty();
        }
        ProcessHandle.Info self = ProcessHandle.current().info();
        Optional<List<String>> command = self.command()
                .flatMap(java -> self.arguments().flatMap(words -> command(java, List.of(words), System.getenv())));
        return command.isPresent() ? run(command.get()) : OptionalInt.empty();
    }

    /** Whether a JVM that is told nothing takes much on this machine. */
    static boolean isWorthIt() {
        Runtime jvm = Runtime.getRuntime();
        return jvm.availableProcessors() >= CORES && jvm.maxMemory() >= MAX_HEAP;
    }

    /**
     * How to run a command in a small JVM.
     *
     * @param java the program that runs
     * @param words all that it was told
     * @param environment its environment
     * @return nothing when the JVM was given options
     */
    static Optional<List<String>> command(String java, List<String> words, Map<String, String> environment) {
        boolean isPlain = words.size() > 1
                && words.get(0).equals("-jar")
                && VARIABLES.stream().noneMatch(environment::containsKey);
        if (!isPlain) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(OPTIONS);
        command.add("-D" + HELD + "=true");
        command.addAll(words);
        return Optional.of(command);
    }

    private static OptionalInt run(List<String> command) throws InterruptedException {
        Process child;
        try {
            child = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) { // no second process may be had here
            return OptionalInt.empty();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(child), "pixsim-logging-collector-stop"));
        return OptionalInt.of(child.waitFor());
    }

    private static void end(Process child) {
        try (OutputStream held = child.getOutputStream()) {
            held.flush();
        } catch (IOException ignored) {
            // it has ended
        }
        try {
            child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has this JVM end when the one that runs it lets go, or is gone. */
    static void endWithParent() {
        if (!Boolean.getBoolean(HELD)) {
            return;
        }
        Thread watch = new Thread(SmallJvm::awaitEnd, "pixsim-logging-collector-parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEnd() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ignored) {
            // as good as its end
        }
        System.exit(0);
    }
}
