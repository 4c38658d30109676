package io.pixsim.logging.http.wire;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What the bulk API has to know of an event.
 *
 * @param uid its own id; null when it has none that can be a document's
 * @param timestamp its time, to be added as {@code @timestamp}; null when it has none, or has that already
 */
record BulkEvent(@Nullable String uid, @Nullable String timestamp) {

    /** Longer ids are refused. */
    private static final int MOST_ID_CHARACTERS = 512;

    private static final String AT_TIMESTAMP = "@timestamp";

    /** An event that can't be read goes as it is: that it is refused then costs it alone. */
    static BulkEvent of(byte[] json) {
        String uid = null;
        String timestamp = null;
        boolean timed = false;
        try (JsonParser parser = EventJson.object(json)) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                timed |= name.equals(AT_TIMESTAMP);
                if (token == JsonToken.VALUE_STRING && name.equals(Fields.TIMESTAMP.name())) {
                    timestamp = plain(parser.getText());
                } else if (token == JsonToken.VALUE_STRING && name.equals(Wire.EVENT_UID)) {
                    uid = plain(parser.getText());
                }
                parser.skipChildren();
            }
            return new BulkEvent(uid, timed ? null : timestamp);
        } catch (IOException e) {
            return new BulkEvent(null, null);
        }
    }

    /** What needs no escape in JSON. */
    private static @Nullable String plain(String text) {
        boolean plain = !text.isEmpty()
                && text.length() <= MOST_ID_CHARACTERS
                && text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\');
        return plain ? text : null;
    }
}
