package io.pixsim.logging.recipes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.encode.JsonReader;

/** The queries of docs/recipes/queries.md, and which fields they ask for. */
final class Queries {

    private static final Path DOC = Path.of("..", "docs", "recipes", "queries.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|`[^`]*`");
    private static final Pattern NAMED = Pattern.compile("\\bas (\\w+)|\\blabel_format (\\w+)");
    private static final Pattern WORD = Pattern.compile("\\b[a-z][a-z_0-9]*\\b");
    private static final Set<String> OF_CLOUDWATCH =
            words("fields filter sort stats limit asc desc in and or ispresent coalesce count avg max sum pct by as");
    private static final Set<String> OF_LOKI =
            words("json avg sum by or unwrap label_format avg_over_time count_over_time sum_over_time");

    private Queries() {}

    /** The parts of the page that stand under a question, by the question. */
    static List<String> sections() throws IOException {
        List<String> sections = List.of(Files.readString(DOC).split("\n## ", -1));
        return sections.subList(1, sections.size());
    }

    static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(DOC))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    static Map<String, Object> parsed(String json) throws IOException {
        return JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The fields that a query asks for. */
    static Set<String> fields(String language, String query) throws IOException {
        Set<String> fields = new TreeSet<>();
        switch (language) {
            case "cloudwatch" -> addWords(query, OF_CLOUDWATCH, fields);
            case "logql" -> addWords(query, OF_LOKI, fields);
            case "json" -> addFields(parsed(query), fields);
            default -> throw new IllegalArgumentException(language);
        }
        return fields;
    }

    /** All words but those of the language, and those that the query names itself. */
    private static void addWords(String query, Set<String> language, Set<String> fields) {
        String bare = QUOTED.matcher(query).replaceAll("");
        WORD.matcher(bare).results().map(word -> word.group()).forEach(fields::add);
        fields.removeAll(language);
        Matcher named = NAMED.matcher(bare);
        while (named.find()) {
            fields.remove(named.group(1) == null ? named.group(2) : named.group(1));
        }
    }

    private static void addFields(Object json, Set<String> fields) {
        if (json instanceof Collection<?> list) {
            list.forEach(element -> addFields(element, fields));
        } else if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> addFields(String.valueOf(key), value, fields));
        }
    }

    private static void addFields(String key, Object value, Set<String> fields) {
        if (key.equals("field")) {
            fields.add(String.valueOf(value));
        } else if (Set.of("term", "terms", "range").contains(key) && !((Map<?, ?>) value).containsKey("field")) {
            ((Map<?, ?>) value).keySet().forEach(field -> fields.add(String.valueOf(field)));
        } else if (key.equals("sort")) {
            ((Collection<?>) value)
                    .forEach(by -> ((Map<?, ?>) by).keySet().forEach(field -> fields.add(String.valueOf(field))));
        } else {
            addFields(value, fields);
        }
    }

    private static Set<String> words(String words) {
        return new TreeSet<>(Arrays.asList(words.split(" ", -1)));
    }
}
