package io.pixsim.logging.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.web.RequestFields;
import org.junit.jupiter.api.Test;

/** The queries of docs/recipes/queries.md ask for fields that there are, in the same way in each language. */
class QueriesRecipeTest {

    private static final Path DOC = Path.of("..", "docs", "recipes", "queries.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b");
    private static final Set<String> OF_THE_LANGUAGES =
            Set.of("provider_call", "http_request", "avg_over_time", "count_over_time");

    @Test
    void eachQuestionIsAnsweredInEachLanguage() throws IOException {
        assertThat(Files.readString(DOC).split("\n## ", -1))
                .hasSize(7)
                .filteredOn(section -> !section.startsWith("# "))
                .allSatisfy(section -> assertThat(section).contains("```cloudwatch", "```logql", "```json"));
    }

    @Test
    void queriesOfOpenSearchAreJson() throws IOException {
        for (String query : blocks("json")) {
            assertThat(JsonReader.readObject(query.getBytes(StandardCharsets.UTF_8)))
                    .containsKey("query");
        }
    }

    @Test
    void everyFieldThatIsAskedForIsWrittenUnderThatName() throws IOException {
        Set<String> known = Stream.concat(Fields.all().stream(), Stream.of(RequestFields.STATUS, RequestFields.ROUTE))
                .map(Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(OF_THE_LANGUAGES);

        for (String language : List.of("cloudwatch", "logql", "json")) {
            assertThat(blocks(language).stream()
                            .flatMap(query -> WORD.matcher(query).results())
                            .map(MatchResult::group))
                    .as(language)
                    .isNotEmpty()
                    .isSubsetOf(known);
        }
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(DOC))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}
