package io.pixsim.logging.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A {@link Field} and its value: what {@code JOB_ID.of(123)} makes. Handed to an SLF4J call as an argument it becomes a
 * field of the event; where it also fills a <code>{}</code>, the value appears in the message too.
 *
 * @param field the key
 * @param value the value
 */
public record FieldValue(Field field, @Nullable Object value) {

    /**
     * The value alone, as it reads in a message. Encoders of this library redact it first; any other layout that formats
     * the message itself does not.
     *
     * @return the value's text
     */
    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
