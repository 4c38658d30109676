package io.pixsim.logging.collector.query;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import org.jspecify.annotations.Nullable;

/** Entries as answers have them: every column, null where there is nothing, and the rest under {@code extra}. */
final class EntryJson {

    private static final String EXTRA = "extra";

    private EntryJson() {}

    static byte[] bytes(LogEntry entry) {
        return Json.bytes(json -> write(json, entry));
    }

    static void write(JsonGenerator json, LogEntry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", entry.id());
        json.writeStringField(Fields.TIMESTAMP.name(), EntryTime.format(entry.micros()));
        for (Column column : Column.all()) {
            json.writeFieldName(column.wireName());
            value(json, entry.get(column));
        }
        json.writeFieldName(EXTRA);
        extra(json, entry);
        json.writeEndObject();
    }

    static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof EntryId id && id.isNumber()) {
            json.writeNumber(new BigInteger(id.text()));
        } else {
            json.writeString(value.toString());
        }
    }

    /** Clients of the Python backend look for the trace among what has no column, too. */
    private static void extra(JsonGenerator json, LogEntry entry) throws IOException {
        Object trace = entry.get(Column.TRACE_ID);
        if (entry.extra() == null && trace == null && entry.uid() == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        if (trace != null) {
            json.writeStringField(Column.TRACE_ID.wireName(), trace.toString());
        }
        if (entry.extra() != null) {
            members(json, entry.extra());
        }
        if (entry.uid() != null) {
            json.writeStringField(Wire.EVENT_UID, entry.uid());
        }
        json.writeEndObject();
    }

    /** All that has no column, as members of the object that is written. */
    static void extraMembers(JsonGenerator json, LogEntry entry) throws IOException {
        if (entry.extra() != null) {
            members(json, entry.extra());
        }
    }

    /** What has no column and is called so, if it is text or a number. */
    static @Nullable String extraText(LogEntry entry, Set<String> names) throws IOException {
        if (entry.extra() == null) {
            return null;
        }
        try (JsonParser parser = Json.FACTORY.createParser(entry.extra())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken().isScalarValue() && names.contains(name)) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
        }
        return null;
    }

    private static void members(JsonGenerator json, String object) throws IOException {
        try (JsonParser parser = Json.FACTORY.createParser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                json.writeFieldName(parser.currentName());
                parser.nextToken();
                json.copyCurrentStructureExact(parser);
            }
        }
    }

    /** The names of what has no column. */
    static List<String> extraNames(LogEntry entry) throws IOException {
        List<String> names = new ArrayList<>();
        if (entry.get(Column.TRACE_ID) != null) {
            names.add(Column.TRACE_ID.wireName());
        }
        if (entry.extra() == null) {
            return names;
        }
        try (JsonParser parser = Json.FACTORY.createParser(entry.extra())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return names;
    }
}
