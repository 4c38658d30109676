package io.pixsim.logging.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A program in a class loader of its own, as in an application server, that is stopped and let go of. */
class LeavingClassLoaderTest {

    private final FaultyEndpoint endpoint = FaultyEndpoint.start();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void whatItLoggedIsDeliveredBeforeItLeaves() throws Exception {
        runAndLeave();

        assertThat(endpoint.stored().numbers()).isEqualTo(Numbered.numbers(0, 100));
    }

    private void runAndLeave() throws Exception {
        URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
        Thread program = new Thread(() -> log(loader), "program");
        program.setContextClassLoader(loader);
        program.start();
        program.join();
        loader.close();
    }

    private void log(ClassLoader loader) {
        try {
            loader.loadClass(LeavingProgram.class.getName())
                    .getMethod("run", String.class)
                    .invoke(null, endpoint.url().toString());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(LeavingClassLoaderTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String place) {
        try {
            return Path.of(place).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
