package io.pixsim.logging.test;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The annotation that counts for a test: its method's, its class's, an enclosing class's; one that is written there before
 * one that another annotation brings.
 */
final class Nearest {

    private Nearest() {}

    static <A extends Annotation> Optional<A> annotation(Class<A> type, ExtensionContext context) {
        return first(context, element -> Optional.ofNullable(element.getAnnotation(type)))
                .or(() -> first(context, element -> AnnotationSupport.findAnnotation(element, type)));
    }

    private static <A> Optional<A> first(ExtensionContext context, Function<AnnotatedElement, Optional<A>> find) {
        for (Optional<ExtensionContext> c = Optional.of(context);
                c.isPresent();
                c = c.get().getParent()) {
            Optional<A> found = c.get().getElement().flatMap(find);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
