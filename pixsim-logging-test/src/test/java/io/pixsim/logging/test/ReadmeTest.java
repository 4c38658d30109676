package io.pixsim.logging.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.test.assertj.LogAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

    private static final Path README = Path.of("README.md");

    private static final Path SOURCES = Path.of("src/test/java/io/pixsim/logging/test");

    @ParameterizedTest
    @ValueSource(strings = {"ReadmeExampleTest", "CanariesExampleTest", "ConformanceExampleTest", "ClockExampleTest"})
    void theReadmeShowsTheExampleThatIsTested(String name) throws IOException {
        String source = Files.readString(SOURCES.resolve(name + ".java"));
        String example = source.substring(
                source.indexOf("// readme:begin") + "// readme:begin".length(), source.indexOf("// readme:end"));

        assertThat(Files.readString(README)).contains(example.stripIndent().strip());
    }

    @Test
    @CaptureLogs
    void theReadmeShowsWhatAFailureLooksLike(CapturedLogs logs) throws IOException {
        new ReadmeExampleTest.Worker().process(123, "sk-canary-42");
        String readme = Files.readString(README);

        assertThatThrownBy(() -> LogAssertions.assertThat(logs)
                        .job(123)
                        .hasEvent(Stage.PROVIDER_SUBMIT, "sent", Fields.ATTEMPT.of(1)))
                .satisfies(failure -> assertThat(readme)
                        .contains("```" + failure.getMessage().replace(System.lineSeparator(), "\n") + "\n```"));
    }
}
