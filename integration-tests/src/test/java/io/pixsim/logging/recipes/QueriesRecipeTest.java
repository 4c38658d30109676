package io.pixsim.logging.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries of docs/recipes/queries.md ask for fields and values that there are, and for the same in each language. */
class QueriesRecipeTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern CODE = Pattern.compile("`([a-z][a-z_]*)`");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+)` \\|", Pattern.MULTILINE);

    @ParameterizedTest
    @CsvSource({
        "trace an entire job lifecycle, What happened to a job?, job_id",
        "find failed jobs, Which jobs failed?, error",
        "video generation performance, How long does generation take?, duration_ms",
        "external API errors, Which provider makes trouble?, provider_id"
    })
    void whatTheLoggingArchitectureAsksIsAnswered(String asked, String question, String field) throws IOException {
        assertThat(Queries.sections())
                .as(asked)
                .filteredOn(section -> section.startsWith(question + "\n"))
                .singleElement()
                .asString()
                .contains(field);
    }

    @Test
    void eachQuestionIsAnsweredInEachLanguage() throws IOException {
        assertThat(Queries.sections())
                .hasSize(7)
                .allSatisfy(section -> assertThat(section).contains("```cloudwatch", "```logql", "```json"));
    }

    @Test
    void whatIsSentToOpenSearchIsJson() throws IOException {
        for (String query : Queries.blocks("json")) {
            assertThat(Queries.parsed(query)).containsKey("query");
        }
        assertThat(Queries.blocks("template"))
                .singleElement()
                .satisfies(template -> assertThat(Queries.parsed(template)).containsKeys("index_patterns", "template"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudwatch", "logql", "json"})
    void everyFieldThatIsAskedForIsInThePagesOfFields(String language) throws IOException {
        Set<String> known = known();

        for (String query : Queries.blocks(language)) {
            assertThat(Queries.fields(language, query)).as(query).isNotEmpty().isSubsetOf(known);
        }
    }

    @Test
    void aFieldThatThereIsNotWouldBeFound() throws IOException {
        assertThat(Queries.fields("cloudwatch", "filter shot = \"x\" | stats max(duration_ms) as most by shot_id"))
                .containsExactly("duration_ms", "shot", "shot_id");
        assertThat(Queries.fields(
                        "logql", "sum by (shot) (count_over_time({env=\"prod\"} | json | level=~\"x\" [1h]))"))
                .containsExactly("env", "level", "shot");
        assertThat(Queries.fields("json", "{\"query\": {\"terms\": {\"shot\": [1]}}, \"sort\": [{\"a\": \"asc\"}]}"))
                .containsExactly("a", "shot");
    }

    @Test
    void everyStageLevelAndEventThatIsAskedForIsWritten() throws IOException {
        assertThat(valuesOf("stage")).isNotEmpty().allMatch(stage -> Stages.find(stage) != null);
        assertThat(valuesOf("level"))
                .isNotEmpty()
                .allMatch(level -> Severity.parse(level).isPresent());
        assertThat(valuesOf("event")).isNotEmpty().isSubsetOf("http_request", "provider_call");
    }

    /** Fields of the catalog, and those of requests and calls. */
    private static Set<String> known() throws IOException {
        Set<String> names = new TreeSet<>();
        names.addAll(firstGroups(ROW, DOCS.resolve("fields.md")));
        names.addAll(firstGroups(CODE, DOCS.resolve("recipes/servlet-container.md")));
        names.addAll(firstGroups(CODE, DOCS.resolve("recipes/provider-calls.md")));
        return names;
    }

    private static List<String> firstGroups(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Texts that a field is compared with, one or several, in whatever language. */
    private static List<String> valuesOf(String field) throws IOException {
        Pattern compared = Pattern.compile("\\b" + field + "\"?(?: in|:| ?=~?) ?(\\[[^]]*]|\"[^\"]*\")");
        return Pattern.compile("```(?:cloudwatch|logql|json)\\n.*?```", Pattern.DOTALL)
                .matcher(Files.readString(DOCS.resolve("recipes/queries.md")))
                .results()
                .map(MatchResult::group)
                .flatMap(block -> compared.matcher(block).results())
                .flatMap(found -> Stream.of(found.group(1).split("[\\[\\]\",| ]+", -1)))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
