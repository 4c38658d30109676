package io.pixsim.logging.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.test.contract.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test kit reads the schema's rules from the catalog, and finds valid what a real validator finds valid. */
class KitSchemaTest {

    private static final List<String> VALUES = List.of(
            "\"text\"",
            "\"\"",
            "\"a\\u0000b\"",
            "\"" + "x".repeat(51) + "\"",
            "\"" + "\uD83D\uDE00".repeat(20) + "\"",
            "\"" + "\uD83D\uDE00".repeat(300) + "\"",
            "\"0\"",
            "\"-0\"",
            "\"007\"",
            "\"-12\"",
            "\"999999999999999999\"",
            "\"1234567890123456789\"",
            "\"1.0\"",
            "\"5\\n\"",
            "\"info\"",
            "\"INFO\"",
            "\"2026-01-01T00:00:00.000001Z\"",
            "\"2026-01-01T00:00:00.000001Z\\n\"",
            "\"2026-01-01T00:00:00Z\"",
            "0",
            "-7",
            "3000000000",
            "123456789012345678901234567890",
            "1.5",
            "true",
            "null",
            "[]",
            "[\"msg\"]",
            "[1]",
            "[\"a\\u0000\"]",
            "{}",
            "{\"a\":{\"b\":[\"c\",\"\\u0000\"]}}",
            "{\"a\\u0000\":1}",
            "{\"a\":[1,{\"b\":null}]}");

    @Test
    void linesThatTheEncoderWritesAreValidForBoth() throws Exception {
        List<String> lines = new ArrayList<>(OwnEncoder.conformanceLines(Dialect.LINES));
        lines.addAll(OwnEncoder.randomLines(Dialect.LINES, 20260101, 1_000));

        assertThat(lines).hasSizeGreaterThan(1_500);
        for (String line : lines) {
            assertThat(EventSchema.violations(JsonReader.readObject(line.getBytes(UTF_8))))
                    .as(line)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void eventsAtRandomAreValidForBothOrForNeither(long seed) throws IOException {
        Random random = new Random(seed);
        int valid = 0;
        for (int i = 0; i < 3_000; i++) {
            String line = event(random);
            List<String> violations = EventSchema.violations(JsonReader.readObject(line.getBytes(UTF_8)));

            assertThat(violations.isEmpty())
                    .as("%s of %s", violations, line)
                    .isEqualTo(Schemas.of(Dialect.LINES).errors(line).isEmpty());
            valid += violations.isEmpty() ? 1 : 0;
        }
        assertThat(valid).isBetween(100, 2_900);
    }

    private static String event(Random random) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("timestamp", "\"2026-01-01T00:00:00.000001Z\"");
        members.put("level", "\"info\"");
        members.put("msg", "\"m\"");
        members.put("service", "\"worker\"");
        members.put("env", "\"dev\"");
        if (random.nextInt(10) == 0) {
            members.remove(one(List.copyOf(members.keySet()), random));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            members.put(name(random), one(VALUES, random));
        }
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(joining(",", "{", "}"));
    }

    private static String name(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> one(List.of("id", "created_at", "extra"), random);
            case 1, 2 -> one(List.of("own", "msg_raw", "a\\u0000b", "_repaired"), random);
            default -> one(Fields.all().stream().map(Field::name).toList(), random);
        };
    }

    private static String one(List<String> many, Random random) {
        return many.get(random.nextInt(many.size()));
    }
}
