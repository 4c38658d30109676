package io.pixsim.logging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import io.pixsim.logging.journeys.Docs;
import org.junit.jupiter.api.Test;

/** The example of docs/recipes/servlet-container.md is how the Jetty of {@link ServletFilterTest} is set up. */
class ServletRecipeTest {

    private static final Path DOC = Path.of("..", "docs", "recipes", "servlet-container.md");

    @Test
    void theExamplesAreWhatTheTestsRun() throws IOException {
        assertThat(Docs.block(DOC, "```java\n")).isEqualTo(Docs.source(Jetty.class, "// docs: the filter"));
        assertThat(Docs.block(DOC, "```java // down\n")).isEqualTo(Docs.source(Jetty.class, "// docs: down"));
    }
}
