package io.pixsim.logging.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a line back and tells what of the event is not in it, wherever in the line the encoder puts things. */
final class FieldCheck {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, List<JsonNode>> values = new HashMap<>();

    private FieldCheck() {}

    static Verdict check(Event event, byte[] line) {
        FieldCheck read = new FieldCheck();
        try {
            read.collect("", STRICT.readTree(line));
        } catch (JacksonException e) {
            return new Verdict(List.of("not JSON: " + e.getOriginalMessage()), List.of());
        }
        return new Verdict(read.missing(event), read.astray(event));
    }

    private void collect(String name, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(member.getKey(), member.getValue()));
        } else if (node.isArray()) {
            node.forEach(element -> collect(name, element));
        } else {
            values.computeIfAbsent(name, none -> new ArrayList<>()).add(node);
        }
    }

    private List<String> missing(Event event) {
        List<String> missing = new ArrayList<>();
        if (values.values().stream().noneMatch(all -> holds(all, event.message()))) {
            missing.add("message");
        }
        Map<String, Object> expected = new HashMap<>(event.context());
        expected.putAll(event.fields());
        expected.forEach((name, value) -> {
            if (!holds(values.getOrDefault(name, List.of()), value.toString())) {
                missing.add(name);
            }
        });
        missing.sort(null);
        if (event.failure() != null) {
            missing.addAll(missingOf(event.failure()));
        }
        return missing;
    }

    private List<String> missingOf(Throwable failure) {
        List<String> missing = new ArrayList<>();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (!contains(String.valueOf(each.getMessage()))
                    || !contains(each.getClass().getName())) {
                missing.add("a cause");
            }
        }
        long frames = IntStream.range(0, Failures.FRAMES)
                .filter(i -> contains(Failures.method(i)))
                .count();
        if (frames < Failures.FRAMES) {
            missing.add((Failures.FRAMES - frames) + " of " + Failures.FRAMES + " frames");
        }
        return missing;
    }

    /** Fields that are there, as another type than they were given. */
    private List<String> astray(Event event) {
        return event.fields().entrySet().stream()
                .filter(field -> field.getValue() instanceof Number)
                .map(Map.Entry::getKey)
                .filter(name -> isThereAsText(values.getOrDefault(name, List.of())))
                .toList();
    }

    private static boolean isThereAsText(List<JsonNode> nodes) {
        return !nodes.isEmpty() && nodes.stream().noneMatch(JsonNode::isNumber);
    }

    private boolean contains(String part) {
        return values.values().stream()
                .flatMap(List::stream)
                .anyMatch(node -> node.asString().contains(part));
    }

    private static boolean holds(List<JsonNode> nodes, String text) {
        return nodes.stream().anyMatch(node -> node.asString().equals(text));
    }
}
