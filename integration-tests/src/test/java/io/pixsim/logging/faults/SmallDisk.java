package io.pixsim.logging.faults;

import java.io.IOException;
import java.nio.file.Path;

/** A file system of one megabyte in memory, where the system lets the tests mount one. */
final class SmallDisk {

    private SmallDisk() {}

    /** False where nothing can be mounted. */
    static boolean mount(Path folder) throws IOException, InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString());
    }

    static boolean makeReadOnly(Path folder) throws IOException, InterruptedException {
        return run("mount", "-o", "remount,ro", folder.toString());
    }

    static boolean makeWritable(Path folder) throws IOException, InterruptedException {
        return run("mount", "-o", "remount,rw", folder.toString());
    }

    static boolean unmount(Path folder) throws IOException, InterruptedException {
        return run("umount", folder.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) { // no such command
            return false;
        }
    }
}
