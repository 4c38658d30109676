package io.pixsim.logging.test.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.pixsim.logging.catalog.FieldType;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * Puts a placeholder where a value differs from run to run. Ids get a number each, so that what belonged together still
 * does: the second trace of a file is {@code <trace_id 2>} wherever it occurs.
 */
final class Normalizer {

    private static final Set<String> IDS = Set.of(
            Fields.REQUEST_ID.name(),
            Fields.TRACE_ID.name(),
            Fields.SPAN_ID.name(),
            Fields.ERROR_HASH.name(),
            "event_uid",
            "boot_id",
            "run_id");

    private static final Set<String> OTHERS =
            Set.of(Fields.TIMESTAMP.name(), Fields.THREAD.name(), "host", "hostname", "pid", "seq", "port");

    private static final Pattern UUID =
            Pattern.compile("\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b");
    private static final Pattern TIME =
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern FRAMES = Pattern.compile("(?m)(^\\s+(at |\\.\\.\\. |~ ).*(\\R|\\z))+");

    private final Set<String> alsoVolatile;
    private final Map<String, Map<String, Integer>> ids = new HashMap<>();

    Normalizer(Set<String> alsoVolatile) {
        this.alsoVolatile = alsoVolatile;
    }

    List<String> normalized(List<String> lines) {
        return lines.stream().map(this::normalized).toList();
    }

    private String normalized(String line) {
        try {
            return JsonText.of(members(JsonReader.readObject(line.getBytes(UTF_8)), ""));
        } catch (IOException e) {
            throw new AssertionError("a line that is not a JSON object: " + line, e);
        }
    }

    private Map<String, @Nullable Object> members(Map<?, ?> event, String within) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        event.forEach((key, value) -> {
            String name = String.valueOf(key);
            members.put(name, value(name, value, within));
        });
        return members;
    }

    private @Nullable Object value(String name, @Nullable Object value, String within) {
        if (value == null) {
            return null;
        }
        if (IDS.contains(name)) {
            return placeholder(name, value.toString());
        }
        if (OTHERS.contains(name) || alsoVolatile.contains(name) || isDuration(name, value, within)) {
            return "<" + name + ">";
        }
        return plain(name, value);
    }

    private @Nullable Object plain(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return members(map, name);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> plain(name, element)).toList();
        }
        return value instanceof String text ? text(text) : value;
    }

    /** Waits are decided on, not measured. */
    private static boolean isDuration(String name, Object value, String within) {
        if (name.equals(Fields.DELAY_MS.name()) || !(value instanceof Number)) {
            return false;
        }
        boolean millis = Fields.find(name) != null
                ? FieldType.MILLIS == Fields.all().get(Fields.position(name)).type()
                : name.endsWith("_ms");
        return millis || within.equals(Fields.STAGES.name());
    }

    private String text(String text) {
        String known = UUID.matcher(text).replaceAll(found -> placeholder("uuid", found.group()));
        known = TIME.matcher(known).replaceAll("<time>");
        return FRAMES.matcher(known).replaceAll("\t<frames>\n");
    }

    private String placeholder(String name, String id) {
        if (id.startsWith("<" + name + " ") && id.endsWith(">")) {
            return id;
        }
        Map<String, Integer> known = ids.computeIfAbsent(name, any -> new HashMap<>());
        return "<" + name + " " + known.computeIfAbsent(id, any -> known.size() + 1) + ">";
    }
}
