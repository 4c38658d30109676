package io.pixsim.logging.test.canary;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Watches the console from before each test, plants and searches right after it, while its sinks still stand. A front door
 * that the test opened is shut afterwards.
 */
final class CanariesExtension
        implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(CanariesExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(NAMESPACE).put(FrontDoor.class, FrontDoor.asItIs());
        context.getStore(NAMESPACE).put(Canaries.class, Canaries.open());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FrontDoor before = context.getStore(NAMESPACE).remove(FrontDoor.class, FrontDoor.class);
        if (before != null) {
            before.restore();
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Canaries canaries = context.getStore(NAMESPACE).remove(Canaries.class, Canaries.class);
        if (canaries == null) {
            return;
        }
        try (canaries) {
            if (context.getExecutionException().isEmpty()) {
                canaries.plant().check();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Canaries.class;
    }

    @Override
    public Canaries resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Canaries canaries = context.getStore(NAMESPACE).get(Canaries.class, Canaries.class);
        if (canaries == null) {
            throw new ParameterResolutionException(
                    "each test has its own Canaries: take them as a parameter of the test or of @BeforeEach");
        }
        return canaries;
    }
}
