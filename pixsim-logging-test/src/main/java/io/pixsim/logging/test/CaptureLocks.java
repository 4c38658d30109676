package io.pixsim.logging.test;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Captures share the loggers, but for those that want them alone. */
final class CaptureLocks implements ResourceLocksProvider {

    private static final String LOGGERS = "io.pixsim.logging.test.CaptureLogs";

    CaptureLocks() {}

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return locks(testClass);
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosingInstanceTypes, Class<?> testClass) {
        return locks(testClass);
    }

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        return locks(testMethod);
    }

    private static Set<Lock> locks(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, CaptureLogs.class)
                .map(capture -> Set.of(
                        new Lock(LOGGERS, capture.alone() ? ResourceAccessMode.READ_WRITE : ResourceAccessMode.READ)))
                .orElse(Set.of());
    }
}
