package io.pixsim.logging.test;

import java.util.Optional;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Severity;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Starts a capture before each test, hands it to parameters, ends it after the test. */
final class CaptureExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(CaptureExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(NAMESPACE).put(Capture.class, Capture.start(logback(), level(context)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Capture capture = context.getStore(NAMESPACE).remove(Capture.class, Capture.class);
        if (capture != null) {
            capture.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CapturedLogs.class;
    }

    @Override
    public CapturedLogs resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Capture capture = context.getStore(NAMESPACE).get(Capture.class, Capture.class);
        if (capture == null) {
            throw new ParameterResolutionException(
                    "each test captures for itself: take CapturedLogs as a parameter of the test, @BeforeEach or @AfterEach");
        }
        return capture.logs();
    }

    private static LoggerContext logback() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext logback) {
            return logback;
        }
        throw new ExtensionConfigurationException(
                "SLF4J is bound to " + factory.getClass().getName() + ", and only Logback can be captured");
    }

    /** The nearest annotation counts: the method's, its class's, an enclosing class's. */
    private static Severity level(ExtensionContext context) {
        for (Optional<ExtensionContext> c = Optional.of(context);
                c.isPresent();
                c = c.get().getParent()) {
            Optional<CaptureLogs> found = c.get()
                    .getElement()
                    .flatMap(element -> AnnotationSupport.findAnnotation(element, CaptureLogs.class));
            if (found.isPresent()) {
                return found.get().level();
            }
        }
        return Severity.DEBUG;
    }
}
