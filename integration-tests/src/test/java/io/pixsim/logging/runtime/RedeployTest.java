package io.pixsim.logging.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container takes an application down and keeps its own threads: nothing of the application may stay with them. */
class RedeployTest {

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("leak.file");
    }

    @Test
    void theClassesOfAnApplicationThatWasTakenDownAreCollected() throws Exception {
        Path file = folder.resolve("worker.jsonl");
        System.setProperty("leak.file", file.toString());

        WeakReference<ClassLoader> application = deployAndTakeDown();

        assertThat(Files.readString(file)).contains("deployed in URLClassLoader");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            System.gc();
            return application.get() == null;
        });
    }

    /** A method of its own, so that no local variable of the test holds the application. */
    private static WeakReference<ClassLoader> deployAndTakeDown() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Runnable application = (Runnable)
                    loader.loadClass(Leaking.class.getName()).getConstructor().newInstance();
            application.run();
            return new WeakReference<>(loader);
        }
    }

    private static URL[] classPath() throws IOException {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        return Arrays.stream(entries).map(RedeployTest::url).toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
