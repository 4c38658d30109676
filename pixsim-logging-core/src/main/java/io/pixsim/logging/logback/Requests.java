package io.pixsim.logging.logback;

import java.util.List;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** The cheap question whether a call tells of a request: most do not, and need not be looked at any closer. */
final class Requests {

    static final String EVENT = "http_request";
    static final String PATH = "path";
    static final String METHOD = "method";

    private Requests() {}

    /** False only when {@link LogbackCall#requestPath} would find none. */
    static boolean mayBe(
            @Nullable String message, @Nullable Object @Nullable [] arguments, @Nullable List<KeyValuePair> keyValues) {
        if (EVENT.equals(message)) {
            return true;
        }
        for (int i = 0; keyValues != null && i < keyValues.size(); i++) {
            if (tells(keyValues.get(i).key)) {
                return true;
            }
        }
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            if (arguments[i] instanceof FieldValue pair && tells(pair.field().name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean tells(@Nullable String name) {
        return PATH.equals(name) || Fields.EVENT.name().equals(name);
    }
}
