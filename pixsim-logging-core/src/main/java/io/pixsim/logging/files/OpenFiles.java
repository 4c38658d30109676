package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Which files processes of this machine have open, as far as the system shows it: on Linux, of the same user's processes. */
final class OpenFiles {

    private static final Path PROCESSES = Path.of("/proc");

    private OpenFiles() {}

    static Set<Path> now() {
        return now(PROCESSES);
    }

    static Set<Path> now(Path folder) {
        Set<Path> open = new HashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(folder, "[0-9]*")) {
            for (Path process : processes) {
                addFilesOf(process, open);
            }
        } catch (IOException | RuntimeException e) { // a system that shows nothing
            return open;
        }
        return open;
    }

    private static void addFilesOf(Path process, Set<Path> open) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                add(descriptor, open);
            }
        } catch (IOException | RuntimeException e) { // another user's, or it ended meanwhile
            return;
        }
    }

    private static void add(Path descriptor, Set<Path> open) {
        try {
            open.add(Files.readSymbolicLink(descriptor));
        } catch (IOException | RuntimeException e) { // closed meanwhile: the others count all the same
            return;
        }
    }
}
