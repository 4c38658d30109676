package io.pixsim.logging.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the page as they are in the source tree, and what its modules say of each other. */
final class PageSources {

    static final String SHELL = "index.html";

    private static final Path FOLDER = Path.of("src/main/resources/io/pixsim/logging/collector/page");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:\\{([^}]*)} from )?\"([^\"]+)\";|import\\(\"([^\"]+)\"\\)");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export (?:async )?(?:const|function|class) ([A-Za-z0-9_]+)");
    private static final Pattern EXPORT_LIST = Pattern.compile("export ?\\{([^}]*)}");

    private PageSources() {}

    /** What one module wants of another. */
    record Import(String from, String to, List<String> names) {}

    /** All files by their path in the folder. */
    static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(FOLDER.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static List<Import> imports(String module, String source) {
        List<Import> imports = new ArrayList<>();
        for (MatchResult found : IMPORT.matcher(source).results().toList()) {
            String path = found.group(2) == null ? found.group(3) : found.group(2);
            String names = found.group(1) == null ? "" : found.group(1);
            imports.add(new Import(module, resolve(module, path), words(names)));
        }
        return imports;
    }

    static Set<String> exports(String source) {
        Set<String> names = new HashSet<>();
        EXPORT.matcher(source).results().forEach(found -> names.add(found.group(1)));
        EXPORT_LIST
                .matcher(source)
                .results()
                .forEach(list -> words(list.group(1)).forEach(name -> names.add(name.replaceFirst("^.* as ", ""))));
        return names;
    }

    private static List<String> words(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String resolve(String module, String path) {
        Path folder = Path.of(module).getParent();
        Path there = folder == null ? Path.of(path) : folder.resolve(path);
        return there.normalize().toString().replace('\\', '/');
    }
}
