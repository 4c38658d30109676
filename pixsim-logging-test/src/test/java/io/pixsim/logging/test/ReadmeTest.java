package io.pixsim.logging.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path SOURCE = Path.of("src/test/java/io/pixsim/logging/test/ReadmeExampleTest.java");

    @Test
    void theReadmeShowsTheExampleThatIsTested() throws IOException {
        String source = Files.readString(SOURCE);
        String example = source.substring(
                source.indexOf("// readme:begin") + "// readme:begin".length(), source.indexOf("// readme:end"));

        assertThat(Files.readString(Path.of("README.md"))).contains(example.strip());
    }
}
