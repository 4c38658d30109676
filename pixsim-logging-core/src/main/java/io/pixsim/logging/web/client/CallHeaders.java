package io.pixsim.logging.web.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.AnyField;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.web.HeaderLookup;
import io.pixsim.logging.web.Propagation;
import org.jspecify.annotations.Nullable;

/** Which headers of calls are shown, and which are added. */
record CallHeaders(List<String> ofRequests, List<String> ofAnswers, boolean propagate) {

    /** What the call is to carry beside what the program has set itself; from the context of this thread. */
    Map<String, String> toAdd(HeaderLookup request) {
        if (!propagate) {
            return Map.of();
        }
        Map<String, String> headers = Propagation.headers();
        headers.keySet().removeIf(name -> value(request, name) != null);
        return headers;
    }

    static void show(AnyField field, List<String> names, HeaderLookup headers, Map<String, FieldValue> fields) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String name : names) {
            String value = value(headers, name);
            if (value != null) {
                shown.put(name, value);
            }
        }
        if (!shown.isEmpty()) {
            fields.put(field.name(), field.of(shown));
        }
    }

    private static @Nullable String value(HeaderLookup headers, String name) {
        try {
            return headers.get(name);
        } catch (RuntimeException
                | StackOverflowError
                | LinkageError e) { // a client's own trouble with a header it can't read; the call goes on
            return null;
        }
    }
}
