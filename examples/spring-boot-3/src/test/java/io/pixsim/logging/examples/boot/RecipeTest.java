package io.pixsim.logging.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/recipes/spring-boot.md shows is what {@link ApiServerTest} runs. */
class RecipeTest {

    private static final Path DOC = Path.of("..", "..", "docs", "recipes", "spring-boot.md");

    @Test
    void thePageShowsTheBeanOfTheExample() throws IOException {
        String code = Files.readString(
                Path.of("..", "spring-boot-3", "src", "main", "java", "io/pixsim/logging/examples/boot", "Tasks.java"));
        String bean =
                code.substring(code.indexOf("    @Bean"), code.lastIndexOf('}')).stripTrailing();

        assertThat(Files.readString(DOC)).contains("```java\n" + bean.stripIndent() + "\n```");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application.properties", "own-logback.xml"})
    void thePageShowsTheFilesOfTheExample(String file) throws IOException {
        String text = Files.readString(Path.of("..", "spring-boot-3", "src", "main", "resources", file))
                .replaceFirst("^<\\?xml.*\\?>\\n", "");

        assertThat(Files.readString(DOC)).contains("\n" + text + "```");
    }
}
