package io.pixsim.logging.examples.worker;

import java.io.PrintStream;
import java.nio.file.Path;

/** What the demonstration itself says, beside the log. */
final class Page {

    private final PrintStream out;

    Page(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println(text);
        out.println("-".repeat(text.length()));
    }

    void row(String name, Object value) {
        line("%-10s %s".formatted(name, value instanceof Path path ? shortened(path) : value));
    }

    void line(String text) {
        out.println("  " + text);
    }

    void blank() {
        out.println();
    }

    private static Path shortened(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.toAbsolutePath().startsWith(here) ? here.relativize(path.toAbsolutePath()) : path;
    }
}
