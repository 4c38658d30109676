package io.pixsim.logging.encode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.redact.Secret;
import io.pixsim.logging.redact.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * A record as its components: its {@code toString} would tell them without their keys being asked. Where a module does not
 * open a record, its components can't be read, and nothing is told of them.
 */
final class RecordComponents {

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private RecordComponents() {}

    /** Names and values, in order; of what is {@link Sensitive} a {@link Secret}. */
    static Map<String, @Nullable Object> of(Record components) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Component component : COMPONENTS.get(components.getClass())) {
            Object value = value(components, component.accessor);
            values.put(component.accessor.getName(), component.sensitive ? Secret.of(value) : value);
        }
        return values;
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

    private record Component(Method accessor, boolean sensitive) {

        static Component of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.trySetAccessible();
            return new Component(accessor, component.isAnnotationPresent(Sensitive.class));
        }
    }
}
