package io.pixsim.logging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that may have few files open. */
public final class FewFiles {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final int FEW = 120;

    private FewFiles() {}

    /** Starts a program of the tests in a process of its own. */
    public static Process start(Class<?> program, Path file) throws IOException {
        assumeTrue(Files.exists(SHELL), "there is no shell to limit a process");
        List<String> command =
                new ArrayList<>(List.of(SHELL.toString(), "-c", "ulimit -n " + FEW + " && exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName(), file.toString()));
        return new ProcessBuilder(command).inheritIO().start();
    }
}
