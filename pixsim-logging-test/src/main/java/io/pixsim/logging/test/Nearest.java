package io.pixsim.logging.test;

import java.lang.annotation.Annotation;
import java.util.Optional;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The annotation that counts for a test: its method's, its class's, an enclosing class's. */
final class Nearest {

    private Nearest() {}

    static <A extends Annotation> Optional<A> annotation(Class<A> type, ExtensionContext context) {
        for (Optional<ExtensionContext> c = Optional.of(context);
                c.isPresent();
                c = c.get().getParent()) {
            Optional<A> found =
                    c.get().getElement().flatMap(element -> AnnotationSupport.findAnnotation(element, type));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
