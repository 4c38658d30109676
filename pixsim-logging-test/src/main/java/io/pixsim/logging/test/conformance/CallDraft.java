package io.pixsim.logging.test.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** A call in the making: well-behaved, but for what a case does to it. */
final class CallDraft {

    static final String MESSAGE = "something was said";
    /** What is well-behaved, and must be kept: a field before, one after, one of the context; by name, as text. */
    static final Map<String, String> OWN_FIELDS = Map.of("before", "1", "after", "two");

    static final Map<String, String> BOUND_FIELDS = Map.of("bound_before", "three", "bound_zone", "four");

    @Nullable
    String message = MESSAGE;

    @Nullable
    Object @Nullable [] arguments;

    final List<KeyValuePair> fields = new ArrayList<>();
    final Map<String, @Nullable String> context = new LinkedHashMap<>();

    @Nullable
    Marker marker;

    @Nullable
    Throwable failure;

    String loggerName = "conformance.Logger";
    String threadName = "conformance-thread";

    private CallDraft() {}

    /** A call with well-behaved fields around those that are added. */
    static CallDraft withFields() {
        CallDraft draft = plain();
        draft.fields.add(new KeyValuePair("before", 1));
        return draft;
    }

    /** A call without fields of its own. */
    static CallDraft plain() {
        CallDraft draft = new CallDraft();
        draft.context.put("bound_before", "three");
        return draft;
    }

    @SuppressWarnings("NullAway") // SLF4J's pair is not annotated; a key or a value may well be null
    CallDraft field(@Nullable String key, @Nullable Object value) {
        fields.add(new KeyValuePair(key, value));
        return this;
    }

    CallDraft bound(String key, @Nullable String value) {
        context.put(key, value);
        return this;
    }

    HostileCall finished() {
        if (!fields.isEmpty()) {
            field("after", "two");
        }
        bound("bound_zone", "four");
        return new HostileCall(this);
    }
}
