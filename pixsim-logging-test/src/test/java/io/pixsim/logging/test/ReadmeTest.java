package io.pixsim.logging.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

    private static final Path SOURCES = Path.of("src/test/java/io/pixsim/logging/test");

    @ParameterizedTest
    @ValueSource(strings = {"ReadmeExampleTest", "CanariesExampleTest", "ConformanceExampleTest"})
    void theReadmeShowsTheExampleThatIsTested(String name) throws IOException {
        String source = Files.readString(SOURCES.resolve(name + ".java"));
        String example = source.substring(
                source.indexOf("// readme:begin") + "// readme:begin".length(), source.indexOf("// readme:end"));

        assertThat(Files.readString(Path.of("README.md"))).contains(example.strip());
    }
}
