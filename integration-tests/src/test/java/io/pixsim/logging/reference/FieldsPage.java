package io.pixsim.logging.reference;

import java.util.Map;
import java.util.TreeMap;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.IdField;
import io.pixsim.logging.catalog.Wire;

/** {@code docs/fields.md}. */
final class FieldsPage {

    private FieldsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder("""
                # Fields

                Generated from the catalog (`io.pixsim.logging.catalog.Fields`), in the order in which encoders write. A limit is
                in characters (code points); an integer has 64 bits in lines and 32 in a batch. Any other name is a field of your own
                and holds any JSON value.

                | field | JSON type | limit | set by | what it is |
                |---|---|---|---|---|
                """);
        for (Field field : Fields.all()) {
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(field.name(), jsonType(field), limit(field), setBy(field), field.description()));
        }
        page.append("""

                ## Other names

                In the MDC these mean the field, where that is not bound itself:

                """);
        for (Map.Entry<String, Field> alias : new TreeMap<>(Fields.aliases()).entrySet()) {
            page.append("- `%s`: `%s`\n".formatted(alias.getKey(), alias.getValue()));
        }
        page.append("""

                ## Names that are kept

                What a program logs under a name that the encoder sets, or under `id`, `created_at` or `extra`, which the ingest
                endpoint keeps for itself, is written under the name with `%s`; a map under `extra` becomes fields. The second value of
                one name is written under `<name>_2`. In a batch, what does not fit a 32-bit integer field is written as text under
                `<name>%1$s`.
                """.formatted(Wire.RAW_SUFFIX));
        return page.toString();
    }

    private static String jsonType(Field field) {
        if (field == Fields.REPAIRED) {
            return "array of strings";
        }
        return switch (field.type()) {
            case TEXT -> "string";
            case INTEGER -> field instanceof IdField ? "integer, or text where the id is text" : "integer";
            case MILLIS -> "integer (milliseconds)";
            case ANY -> "any";
        };
    }

    private static String limit(Field field) {
        return field.maxCodePoints() == Field.UNLIMITED ? "" : String.valueOf(field.maxCodePoints());
    }

    private static String setBy(Field field) {
        return switch (field.setBy()) {
            case ENCODER -> "encoder";
            case SETTINGS -> "settings; context or event may differ";
            case GATE -> "gate";
            case EXCEPTION -> "exception, unless given";
            case PROGRAM -> "program";
        };
    }
}
