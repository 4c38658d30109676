package io.pixsim.logging.collector.status;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.query.Json;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.StoreSize;

/** How much a store holds, and how long it will, as JSON. */
final class StoreReport {

    private StoreReport() {}

    static void store(JsonGenerator json, LogStore store, StoreSize size) throws IOException {
        json.writeObjectFieldStart("store");
        Json.text(json, "trouble", store.trouble().orElse(null));
        json.writeNumberField("last_id", store.lastId());
        json.writeNumberField("bytes", size.bytes());
        json.writeNumberField("entries", size.entries());
        json.writeArrayFieldStart("unreadable");
        for (String unreadable : size.unreadable()) {
            json.writeString(unreadable);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("days");
        for (StoreSize.Day day : size.days()) {
            day(json, day);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void day(JsonGenerator json, StoreSize.Day day) throws IOException {
        boolean isEmpty = day.fromMicros() == 0 && day.toMicros() == 0;
        json.writeStartObject();
        json.writeStringField("day", day.day().toString());
        json.writeNumberField("bytes", day.bytes());
        json.writeNumberField("entries", day.entries());
        Json.text(json, "from", isEmpty ? null : EntryTime.format(day.fromMicros()));
        Json.text(json, "to", isEmpty ? null : EntryTime.format(day.toMicros()));
        json.writeBooleanField("sealed", day.sealed());
        json.writeEndObject();
    }

    static void retention(JsonGenerator json, RetentionRules rules) throws IOException {
        json.writeObjectFieldStart("retention");
        days(json, rules.days());
        if (rules.maxBytes() == RetentionRules.ANY_SIZE) {
            json.writeNullField("max_bytes");
        } else {
            json.writeNumberField("max_bytes", rules.maxBytes());
        }
        json.writeArrayFieldStart("rules");
        for (RetentionRules.Rule rule : rules.rules()) {
            json.writeStartObject();
            json.writeArrayFieldStart("levels");
            for (String level :
                    rule.levels().stream().sorted().map(one -> one.wireName()).toList()) {
                json.writeString(level);
            }
            json.writeEndArray();
            Json.text(json, "service", rule.service());
            days(json, rule.days());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void days(JsonGenerator json, int days) throws IOException {
        if (days == RetentionRules.FOREVER) {
            json.writeNullField("days");
        } else {
            json.writeNumberField("days", days);
        }
    }
}
