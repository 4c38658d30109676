package io.pixsim.logging.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import io.pixsim.logging.files.LogFiles;
import io.pixsim.logging.files.LogQuery;
import io.pixsim.logging.files.LogReader;

/** Files and folders that a person names: they may be anywhere. */
final class Places {

    private Places() {}

    static Path existing(String text) {
        try {
            Path path = Path.of(text).toAbsolutePath();
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new UsageException("no path: " + text);
        }
        throw new UsageException("not there: " + text);
    }

    static LogFiles around(Path path) throws IOException {
        return LogFiles.in(Objects.requireNonNull(path.toAbsolutePath().getRoot(), "no root"));
    }

    static LogReader read(LogQuery query, List<String> paths) throws IOException {
        List<Path> places = paths.stream().map(Places::existing).toList();
        return around(places.get(0)).read(query, places);
    }
}
