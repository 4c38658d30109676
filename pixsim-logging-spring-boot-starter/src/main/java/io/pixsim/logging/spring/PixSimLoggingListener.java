package io.pixsim.logging.spring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.pixsim.logging.Logging;
import io.pixsim.logging.diagnostics.Diagnostics;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Opens the front door right after Spring Boot has reset and set up Logback, each time it does. Stands aside where Spring
 * Boot has taken Logback's configuration from a file, and where {@code pixsim.logging.enabled} is false.
 */
public final class PixSimLoggingListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final Duration AT_THE_END = Duration.ofSeconds(5);
    private static final List<String> FILES =
            List.of("logback-test.xml", "logback.xml", "logback-test-spring.xml", "logback-spring.xml");
    private static final AtomicBoolean FLUSHES = new AtomicBoolean();

    /** For Spring Boot. */
    public PixSimLoggingListener() {}

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        ClassLoader loader = event.getSpringApplication().getClassLoader();
        if (isConfiguredByFile(environment, loader)) {
            return;
        }
        try {
            PixSimLoggingProperties properties = BoundProperties.of(environment);
            if (properties.enabled()) {
                Logging.configure(BootOptions.of(properties, environment));
                BootOptions.levelOfBoot(properties, environment)
                        .ifPresent(
                                level -> LoggingSystem.get(loader).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, level));
                flushAtTheEnd();
            }
        } catch (RuntimeException e) { // an application must not fail for its logging
            Diagnostics.shared()
                    .setting("pixsim.logging.* can't be used, logging stays as Spring Boot has it: "
                            + e.getClass().getName());
        }
    }

    /** As Spring Boot looks for one: where the application is, which may be elsewhere than this library. */
    private static boolean isConfiguredByFile(Environment environment, ClassLoader loader) {
        String config = environment.getProperty("logging.config", "");
        return !config.isBlank() || FILES.stream().anyMatch(file -> loader.getResource(file) != null);
    }

    /** After the beans are gone, which may still log as they go. */
    private static void flushAtTheEnd() {
        if (FLUSHES.compareAndSet(false, true)) {
            SpringApplication.getShutdownHandlers().add(() -> Logging.flush(AT_THE_END));
        }
    }
}
