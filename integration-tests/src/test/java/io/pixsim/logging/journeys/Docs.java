package io.pixsim.logging.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds an example in a page of the docs and in the test that runs it. */
public final class Docs {

    private Docs() {}

    /** What stands in a block of a page that begins with a fence. */
    public static String block(Path page, String fence) throws IOException {
        return between(page, fence, "```");
    }

    /** What stands in a test between a comment and {@code // docs: end}. */
    public static String source(Class<?> test, String begin) throws IOException {
        Path source = Path.of("src/test/java", test.getName().replace('.', '/') + ".java");
        return between(source, begin + "\n", "// docs: end");
    }

    private static String between(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start)).stripIndent().strip();
    }
}
