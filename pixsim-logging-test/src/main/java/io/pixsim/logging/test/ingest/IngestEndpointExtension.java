package io.pixsim.logging.test.ingest;

import java.util.Optional;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts a server before each test, hands it to parameters, closes it after the test. */
final class IngestEndpointExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(IngestEndpointExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(NAMESPACE).put(IngestServer.class, started(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        IngestServer server = context.getStore(NAMESPACE).remove(IngestServer.class, IngestServer.class);
        if (server != null) {
            server.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == IngestServer.class;
    }

    @Override
    public IngestServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        IngestServer server = context.getStore(NAMESPACE).get(IngestServer.class, IngestServer.class);
        if (server == null) {
            throw new ParameterResolutionException(
                    "each test has its own IngestServer: take it as a parameter of the test, @BeforeEach or @AfterEach");
        }
        return server;
    }

    /** The nearest annotation counts: the method's, its class's, an enclosing class's. */
    private static IngestServer started(ExtensionContext context) {
        for (Optional<ExtensionContext> c = Optional.of(context);
                c.isPresent();
                c = c.get().getParent()) {
            Optional<IngestEndpoint> found = c.get()
                    .getElement()
                    .flatMap(element -> AnnotationSupport.findAnnotation(element, IngestEndpoint.class));
            if (found.isPresent()) {
                return IngestServer.start(found.get().value(), found.get().security());
            }
        }
        return IngestServer.start();
    }
}
