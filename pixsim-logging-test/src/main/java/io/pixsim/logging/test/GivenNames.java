package io.pixsim.logging.test;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.test.contract.CatalogCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * The names that a program gave an event itself, of those that look as if an encoder had numbered them: a line does not tell
 * {@code scene_2} that is a name from the second of two {@code scene}.
 */
final class GivenNames {

    private final Set<String> numbered = new HashSet<>();

    private GivenNames() {}

    static Set<String> numbered(ILoggingEvent event) {
        GivenNames names = new GivenNames();
        event.getMDCPropertyMap().keySet().forEach(names::add);
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        for (KeyValuePair pair : pairs == null ? List.<KeyValuePair>of() : pairs) {
            names.add(pair.key);
            names.addInside(pair);
        }
        Object[] arguments = event.getArgumentArray();
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            names.addFieldOf(argument);
        }
        return Set.copyOf(names.numbered);
    }

    private void add(@Nullable String name) {
        if (name != null && CatalogCheck.isNumbered(name)) {
            numbered.add(name);
        }
    }

    private void addInside(KeyValuePair pair) {
        addFieldOf(pair.value);
        if ("extra".equals(pair.key) && pair.value instanceof Map<?, ?> members) {
            addMembers(members);
        }
    }

    private void addFieldOf(@Nullable Object value) {
        if (value instanceof FieldValue field) {
            add(field.field().name());
        }
    }

    private void addMembers(Map<?, ?> members) {
        try {
            members.keySet().stream().map(Objects::toString).forEach(this::add);
        } catch (Throwable e) { // the program's own map, which the encoder has told of in the line
            numbered.clear();
        }
    }
}
