package io.pixsim.logging.rolling;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that would lock a file, and tells whether it could. */
final class LockingChild {

    static final int FREE = 0;
    static final int LOCKED = 3;

    private LockingChild() {}

    /** What such a process finds. */
    static int finds(Path file) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingChild.class.getName(),
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            System.exit(lock == null ? LOCKED : FREE);
        }
    }
}
