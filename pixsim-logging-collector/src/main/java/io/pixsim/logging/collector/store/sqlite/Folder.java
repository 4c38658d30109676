package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder of a store: which files there are, and which of them count.
 *
 * @param path where it is
 */
record Folder(Path path) {

    private static final String UNREADABLE = ".unreadable";
    private static final String UNFINISHED = ".unfinished";

    /** The file of each day, oldest first; what was unfinished, and editions that were written anew, are deleted. */
    List<FileName> names() throws IOException {
        NavigableMap<LocalDate, FileName> days = new TreeMap<>();
        for (Path file : files("")) {
            Optional<FileName> name = FileName.of(file);
            if (name.isEmpty()) {
                continue;
            }
            FileName other = days.put(name.get().day(), name.get());
            if (other != null) {
                boolean otherIsNewer = other.edition() > name.get().edition();
                new FileParts((otherIsNewer ? name.get() : other).in(path)).delete();
                days.put(other.day(), otherIsNewer ? other : name.get());
            }
        }
        for (Path file : files(UNFINISHED)) {
            new FileParts(file).delete();
        }
        return List.copyOf(days.values());
    }

    /** Where a file is written that is not to count before it is complete. */
    FileParts unfinished(FileName name) {
        return new FileParts(withSuffix(name, UNFINISHED));
    }

    /** Lets a complete file count, also after a loss of power. */
    void finish(FileName name) throws IOException {
        Files.move(withSuffix(name, UNFINISHED), name.in(path));
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Leaves a file to people: it counts no more, and nobody deletes it. */
    void setAside(FileName name) throws IOException {
        Path aside = withSuffix(name, UNREADABLE);
        for (int i = 2; Files.exists(aside); i++) {
            aside = withSuffix(name, "." + i + UNREADABLE);
        }
        new FileParts(name.in(path)).moveTo(aside);
    }

    /** The names of what was set aside, ever. */
    List<String> setAside() throws IOException {
        return files("*" + UNREADABLE).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .sorted()
                .toList();
    }

    long bytesSetAside() throws IOException {
        long bytes = 0;
        for (Path file : files("*" + UNREADABLE)) {
            bytes += new FileParts(file).bytes();
        }
        return bytes;
    }

    private Path withSuffix(FileName name, String suffix) {
        Path file = name.in(path);
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private List<Path> files(String suffix) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(path, "entries-*.sqlite" + suffix)) {
            all.forEach(files::add);
        }
        return files;
    }
}
