package io.pixsim.logging.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many test classes in one JVM, one after the other, and the kit twice in it. */
class OneJvmTest {

    private static final Logger LOG = LoggerFactory.getLogger("one-jvm");
    private static final LoggerContext LOGBACK = (LoggerContext) LoggerFactory.getILoggerFactory();

    @Test
    void nothingPilesUpHoweverManyClassesRun() {
        List<String> before = setUp();

        for (int i = 0; i < 20; i++) {
            var results = Engine.run(Passing.class, Failing.class);
            assertThat(Engine.succeeded(results)).isEqualTo(2);
            assertThat(Engine.failures(results)).hasSize(1);
        }

        assertThat(setUp()).isEqualTo(before);
        assertThat(Listening.on(LOGBACK)).isNull();
    }

    private static List<String> setUp() {
        ch.qos.logback.classic.Logger root = LOGBACK.getLogger(Logger.ROOT_LOGGER_NAME);
        List<String> setUp = new ArrayList<>(List.of(root.getLevel().toString()));
        LogbackState.appenders(root).forEach(appender -> setUp.add(appender.getName()));
        LOGBACK.getTurboFilterList().forEach(filter -> setUp.add(filter.toString()));
        return setUp;
    }

    @CaptureLogs
    static class Passing {

        @Test
        void hearsItself(CapturedLogs logs) {
            LOG.info("once");

            assertThat(logs.events()).hasSize(1);
        }

        @Test
        void hearsItselfAgain(CapturedLogs logs) {
            hearsItself(logs);
        }
    }

    @CaptureLogs
    static class Failing {

        @Test
        void fails() {
            LOG.info("once");
            throw new AssertionError("as planned");
        }
    }

    @Test
    @CaptureLogs
    void theKitOfAnotherClassLoaderHearsItsOwnThreadsAndThisOneDoesNot(CapturedLogs logs) throws Exception {
        try (OwnKit loader = new OwnKit();
                AutoCloseable other = loader.startCapture()) {
            LOG.info("for the other one");

            assertThat(String.valueOf(other.getClass().getMethod("logs").invoke(other)))
                    .contains("1 captured event", "for the other one");
        }
        LOG.info("for this one");

        assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("for this one");
    }

    /** Has the kit once more; all else is shared. */
    private static final class OwnKit extends URLClassLoader {

        private static final String KIT = "io.pixsim.logging.test.";

        OwnKit() {
            super(
                    new URL[] {
                        LogCapture.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    OneJvmTest.class.getClassLoader());
        }

        AutoCloseable startCapture() throws ReflectiveOperationException {
            return (AutoCloseable)
                    loadClass(KIT + "LogCapture").getMethod("start").invoke(null);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                return name.startsWith(KIT) ? findClass(name) : super.loadClass(name, resolve);
            }
        }

        @Override
        public void close() throws IOException {
            super.close();
        }
    }
}
