package io.pixsim.logging.reference;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.encode.Dialect;

/** {@code docs/schema}: one event, as JSON Schema. */
final class EventSchema {

    private static final List<Field> REQUIRED =
            List.of(Fields.TIMESTAMP, Fields.LEVEL, Fields.MSG, Fields.SERVICE, Fields.ENV);

    private static final String WHOLE_OR_GIVEN = """
            {
                  "description": "Text that reads as a number is written as one; whatever else was given stands as it is.",
                  "not": {"type": "string", "pattern": "^(0|-?[1-9][0-9]{0,17})$"}
                }""";

    private static final String INT32 = """
            {
                  "type": "integer",
                  "minimum": -2147483648,
                  "maximum": 2147483647
                }""";

    private EventSchema() {}

    static String text(Dialect dialect) {
        boolean batch = dialect == Dialect.PIXSIM_BATCH;
        return """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "$id": "urn:pixsim:logging:%s",
                  "title": "%s",
                  "description": "Generated from the catalog.",
                  "type": "object",
                  "required": [%s],
                  "propertyNames": {"not": {"enum": [%s]}},
                  "properties": {
                %s
                  },
                  "additionalProperties": {"$ref": "#/$defs/value"},
                  "$defs": {
                    "text": {"type": "string", "pattern": "^[^\\\\u0000]*$"},
                    "whole": %s,
                    "value": {
                      "description": "Any JSON value, without NUL in it.",
                      "pattern": "^[^\\\\u0000]*$",
                      "items": {"$ref": "#/$defs/value"},
                      "propertyNames": {"pattern": "^[^\\\\u0000]*$"},
                      "additionalProperties": {"$ref": "#/$defs/value"}
                    }
                  }
                }
                """.formatted(
                        batch ? "batch-event" : "event",
                        batch ? "One event of a batch to the PixSim ingest endpoint" : "One line, for people and files",
                        quoted(REQUIRED.stream().map(Field::name).toList()),
                        quoted(Wire.RESERVED_KEYS.stream().sorted().toList()),
                        Fields.all().stream().map(EventSchema::property).collect(Collectors.joining(",\n")),
                        batch ? INT32 : WHOLE_OR_GIVEN);
    }

    private static String property(Field field) {
        return "    \"%s\": {%s, \"description\": \"%s\"}".formatted(field.name(), rule(field), field.description());
    }

    private static String rule(Field field) {
        if (field == Fields.TIMESTAMP) {
            return "\"type\": \"string\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\\\.[0-9]{6}Z$\"";
        }
        if (field == Fields.LEVEL) {
            return "\"enum\": ["
                    + quoted(Arrays.stream(Severity.values())
                            .map(Severity::wireName)
                            .toList())
                    + "]";
        }
        if (field == Fields.REPAIRED) {
            return "\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/text\"}, \"minItems\": 1";
        }
        return switch (field.type()) {
            case TEXT -> "\"$ref\": \"#/$defs/text\"" + limit(field);
            case INTEGER, MILLIS -> "\"$ref\": \"#/$defs/whole\"";
            case ANY -> "\"$ref\": \"#/$defs/value\"";
        };
    }

    private static String limit(Field field) {
        return field.maxCodePoints() == Field.UNLIMITED ? "" : ", \"maxLength\": " + field.maxCodePoints();
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
