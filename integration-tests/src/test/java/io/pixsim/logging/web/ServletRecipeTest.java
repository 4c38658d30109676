package io.pixsim.logging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** The example of docs/recipes/servlet-container.md is how the Jetty of {@link ServletFilterTest} is set up. */
class ServletRecipeTest {

    private static final Path DOC = Path.of("..", "docs", "recipes", "servlet-container.md");
    private static final Path SOURCE = Path.of("src/test/java/io/pixsim/logging/web/Jetty.java");

    @Test
    void theExampleIsWhatTheTestsRun() throws IOException {
        assertThat(between(DOC, "```java\n", "```"))
                .isEqualTo(between(SOURCE, "// docs: the filter\n", "// docs: end"));
    }

    private static String between(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start)).stripIndent().strip();
    }
}
