package io.pixsim.logging.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of docs/reading-logs.md print what stands there. */
@Tag("jar")
class DocJarTest {

    private static final Path DOC = Path.of("..", "docs", "reading-logs.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```\n\\$ java -jar pixsim-logging-tool-all.jar ([^\n]+)\n(.*?)```", Pattern.DOTALL);

    static Stream<String[]> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(DOC)).results().map(example ->
                new String[] {example.group(1), example.group(2)});
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExamplePrintsWhatStandsBelowIt(String command, String printed) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-jar",
                Path.of(System.getProperty("tool.jar")).toAbsolutePath().toString()));
        words.addAll(List.of(command.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(words).directory(new File("src/test/resources"));
        builder.environment().keySet().removeAll(List.of("FORCE_COLOR", "NO_COLOR"));
        Process process = builder.redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(printed);
    }
}
