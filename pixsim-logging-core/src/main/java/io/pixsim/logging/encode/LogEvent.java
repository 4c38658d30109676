package io.pixsim.logging.encode;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/** What an encoder needs to know of an event, whichever backend it comes from. Read once, on one thread. */
public interface LogEvent {

    /** {@return when it was logged} */
    Instant instant();

    /** {@return one of SLF4J's five levels} */
    Level level();

    /** {@return the name of the logger} */
    String loggerName();

    /** {@return the name of the thread that logged it} */
    String threadName();

    /** {@return the message with its <code>{}</code>} */
    @Nullable
    String message();

    /** {@return what fills them; a {@link io.pixsim.logging.catalog.FieldValue} is a field as well} */
    @Nullable
    Object @Nullable [] arguments();

    /** {@return the markers} */
    @Nullable
    List<Marker> markers();

    /** {@return the key-values of the fluent API} */
    @Nullable
    List<KeyValuePair> keyValues();

    /** {@return the MDC when it was logged; values may be null} */
    Map<String, @Nullable String> context();

    /** {@return what was thrown} */
    @Nullable
    Failure failure();

    /** {@return where in the code it was logged; null when that is not known. Finding out is dear} */
    default @Nullable StackTraceElement caller() {
        return null;
    }
}
