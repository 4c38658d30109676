package io.pixsim.logging.test;

import java.util.Optional;

import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Starts a capture before each test, hands it to parameters, ends it after the test, and shows it when that failed. */
final class CaptureExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(CaptureExtension.class);
    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    /** The capture of a test; null when there is none yet, or no longer. */
    static @Nullable LogCapture of(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(LogCapture.class, LogCapture.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Optional<CaptureLogs> settings = Nearest.annotation(CaptureLogs.class, context);
        Severity level = settings.map(CaptureLogs::level).orElse(Severity.DEBUG);
        boolean alone = settings.map(CaptureLogs::alone).orElse(false);
        LogCapture capture = Listening.start(
                LogCapture.logback(), level, hearing(alone, context), null, context.getRequiredTestClass());
        context.getStore(NAMESPACE).put(LogCapture.class, capture);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        LogCapture capture = context.getStore(NAMESPACE).remove(LogCapture.class, LogCapture.class);
        if (capture == null) {
            return;
        }
        capture.close();
        context.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .ifPresent(failure ->
                        System.err.println(context.getRequiredTestClass().getSimpleName() + "."
                                + context.getDisplayName() + " failed. It logged "
                                + EventText.whole(capture.logs())));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == CapturedLogs.class || type == LogCapture.class || type == ManualClock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        LogCapture capture = of(context);
        if (capture == null) {
            throw new ParameterResolutionException("each test captures for itself: take " + type.getSimpleName()
                    + " as a parameter of the test, @BeforeEach or @AfterEach");
        }
        if (type == ManualClock.class) {
            return capture.clock();
        }
        return type == LogCapture.class ? capture : capture.logs();
    }

    /** Where tests run at the same time, a thread that works for none of them may work for any. */
    private static Hearing hearing(boolean alone, ExtensionContext context) {
        if (alone) {
            return Hearing.ALL;
        }
        return context.getConfigurationParameter(PARALLEL)
                        .map(Boolean::parseBoolean)
                        .orElse(false)
                ? Hearing.OWN
                : Hearing.NOBODYS_TOO;
    }
}
