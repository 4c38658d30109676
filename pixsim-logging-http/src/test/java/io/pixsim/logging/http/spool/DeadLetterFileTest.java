package io.pixsim.logging.http.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterFileTest {

    @TempDir
    Path folder;

    @Test
    void linesAreAppended() throws IOException {
        Path file = folder.resolve("some/where/dead.jsonl");

        new DeadLetterFile(file, 1000).append(bytes("one\n"));
        new DeadLetterFile(file, 1000).append(bytes("two\n"));

        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void beyondHalfOfItsBytesTheFileIsPutAside() throws IOException {
        Path file = folder.resolve("dead.jsonl");
        DeadLetterFile letters = new DeadLetterFile(file, 20);

        for (int i = 0; i < 7; i++) {
            letters.append(bytes("line" + i + "\n"));
        }

        assertThat(Files.readString(DeadLetterFile.aside(file)) + Files.readString(file))
                .endsWith("line5\nline6\n")
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void aLineThatWasTornIsEndedFirstAndWhatItHasOfACharacterIsShown() throws IOException {
        Path file = folder.resolve("dead.jsonl");
        byte[] torn = Arrays.copyOf(bytes("torn \u89c6"), 7);
        Files.write(file, torn);

        new DeadLetterFile(file, 1000).append(bytes("whole\n"));

        assertThat(DeadLetterFile.lines(file)).containsExactly("torn \uFFFD", "whole");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
