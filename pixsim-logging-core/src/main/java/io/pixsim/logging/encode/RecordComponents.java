package io.pixsim.logging.encode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A record as its components: its {@code toString} would tell them without their keys being asked. Where a module does not
 * open a record, its components can't be read, and nothing is told of them.
 */
final class RecordComponents {

    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.trySetAccessible())
                    .toArray(Method[]::new);
        }
    };

    private RecordComponents() {}

    static void forEach(Record components, BiConsumer<String, @Nullable Object> visitor) {
        for (Method accessor : ACCESSORS.get(components.getClass())) {
            visitor.accept(accessor.getName(), value(components, accessor));
        }
    }

    private static @Nullable Object value(Record components, Method accessor) {
        try {
            return accessor.invoke(components);
        } catch (InvocationTargetException e) {
            return new Unreadable("[" + accessor.getName() + " threw "
                    + e.getTargetException().getClass().getName() + "]");
        } catch (IllegalAccessException e) {
            return new Unreadable("[not open to be read]");
        }
    }
}
