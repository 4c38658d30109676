package io.pixsim.logging.faults;

import static io.pixsim.logging.journeys.Patience.LONG;
import static io.pixsim.logging.journeys.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

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

    /** Idle ones of OkHttp and Okio end by themselves after a minute; they are those libraries' own and can't be told to. */
    @Test
    void ofItsThreadsNoneStaysButIdleOnesOfTheClient() throws Exception {
        runAndLeave();

        await().until(() -> threadsOfTheProgram().allMatch(Set.of("OkHttp TaskRunner", "Okio Watchdog")::contains));
    }

    /** Takes a minute, so only when asked for, with {@code -Dpixsim.leaving=true}. */
    @Test
    @EnabledIfSystemProperty(named = "pixsim.leaving", matches = "true")
    void onceThoseHaveEndedNothingOfItStays() throws Exception {
        WeakReference<ClassLoader> program = runAndLeave();

        await().atMost(LONG.multipliedBy(3)).until(() -> {
            System.gc();
            return program.get() == null;
        });
    }

    private Stream<String> threadsOfTheProgram() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getContextClassLoader() instanceof URLClassLoader)
                .map(Thread::getName);
    }

    private WeakReference<ClassLoader> runAndLeave() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Thread program = new Thread(() -> log(loader), "program");
            program.setContextClassLoader(loader);
            program.start();
            program.join();
            return new WeakReference<>(loader);
        }
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
