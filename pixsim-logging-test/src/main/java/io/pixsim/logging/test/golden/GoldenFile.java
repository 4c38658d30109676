package io.pixsim.logging.test.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A file of lines as they ought to be, among the resources of a module's tests. */
public final class GoldenFile {

    private static final String WRITE_PROPERTY = "pixsim.golden.write";
    private static final String WRITE_VARIABLE = "PIXSIM_GOLDEN_WRITE";
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private final Path path;
    private final String name;

    private GoldenFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /**
     * The file of a test, whatever the working directory is: IDEs and build tools differ in that.
     *
     * @param testClass a class of the module that the file belongs to; null for the working directory
     * @param name the path below {@code src/test/resources}
     * @return the file, which need not exist
     */
    public static GoldenFile find(@Nullable Class<?> testClass, String name) {
        return new GoldenFile(module(testClass).resolve(RESOURCES).resolve(name), name);
    }

    /**
     * Compares lines with those of the file, or writes them to it where that is asked for.
     *
     * @param lines JSON objects
     * @param alsoVolatile names of more fields that differ from run to run
     * @throws AssertionError when they differ
     */
    public void compare(List<String> lines, Set<String> alsoVolatile) {
        List<String> actual = new Normalizer(alsoVolatile).normalized(lines);
        if (Boolean.getBoolean(WRITE_PROPERTY) || Boolean.parseBoolean(System.getenv(WRITE_VARIABLE))) {
            write(actual);
            return;
        }
        if (!Files.exists(path)) {
            throw new AssertionError("there is no " + path + " to compare with; " + howToWrite());
        }
        // Lines that were pasted as they had been logged are as good as those that were written here.
        List<String> expected = new Normalizer(alsoVolatile).normalized(read());
        Difference.first(expected, actual).ifPresent(difference -> {
            throw new AssertionError(
                    String.format("%nExpected the lines of %s, but %s%n%s", name, difference, howToWrite()));
        });
    }

    private static String howToWrite() {
        return "to write it anew, run the test with -D" + WRITE_PROPERTY + "=true or " + WRITE_VARIABLE
                + "=true in the environment";
    }

    private void write(List<String> lines) {
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(path, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> read() {
        try {
            return Files.readAllLines(path, UTF_8).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up from where the class was compiled to, until there is a folder for sources of tests. */
    private static Path module(@Nullable Class<?> testClass) {
        for (Path folder = compiledTo(testClass); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("src").resolve("test"))) {
                return folder;
            }
        }
        return Path.of("");
    }

    private static @Nullable Path compiledTo(@Nullable Class<?> testClass) {
        CodeSource source =
                testClass == null ? null : testClass.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return null;
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) { // a class from elsewhere than a file
            return null;
        }
    }
}
