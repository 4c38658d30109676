package io.pixsim.logging.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TailTest {

    private static final Path FILE = Path.of("worker.jsonl");

    @TempDir
    Path folder;

    private LogFiles logs;

    @BeforeEach
    void open() throws IOException {
        logs = LogFiles.in(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # file         | bytes | tail
            'a;bb;ccc;'    | 100   | 'a;bb;ccc;'
            'a;bb;ccc;'    | 9     | 'a;bb;ccc;'
            'a;bb;ccc;'    | 8     | 'bb;ccc;'
            'a;bb;ccc;'    | 7     | 'bb;ccc;'
            'a;bb;ccc;'    | 6     | 'ccc;'
            'a;bb;ccc;'    | 4     | 'ccc;'
            'a;bb;ccc;'    | 3     | ''
            'a;bb;cc'      | 100   | 'a;bb;'
            'a;bb;cc'      | 4     | ''
            'a'            | 100   | ''
            ''             | 100   | ''
            ';;;'          | 2     | ';;'
            'ä;öö;'        | 6     | 'öö;'
            'ä;öö;'        | 5     | 'öö;'
            'ä;öö;'        | 4     | ''
            """)
    void theTailIsTheWholeLinesThatFitIn(String content, int bytes, String tail) throws IOException {
        write(content.replace(';', '\n').getBytes(StandardCharsets.UTF_8));

        assertThat(logs.tail(FILE, bytes)).isEqualTo(tail.replace(';', '\n'));
    }

    @Test
    void aCompressedFileHasTheSameTail() throws IOException {
        byte[] content = lines(new Random(5), 3_000);
        write(content);
        Files.write(folder.resolve("worker.jsonl.1.gz"), gzip(content));

        assertThat(logs.tail(Path.of("worker.jsonl.1.gz"), 20_000)).isEqualTo(logs.tail(FILE, 20_000));
    }

    @Test
    void ofACompressedFileThatIsBrokenTheTailOfWhatCanBeReadIsShown() throws IOException {
        byte[] packed = gzip(lines(new Random(6), 3_000));
        Files.write(folder.resolve("worker.jsonl.1.gz"), Arrays.copyOf(packed, packed.length / 2));

        assertThat(logs.tail(Path.of("worker.jsonl.1.gz"), 500)).endsWith("\n").hasSizeBetween(100, 500);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whereverItIsCutTheTailIsWholeLinesOfTheFile(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] content = lines(random, 200);
        int length = random.nextInt(content.length);
        write(Arrays.copyOf(content, length));
        String whole = new String(content, StandardCharsets.UTF_8);

        for (int i = 0; i < 300; i++) {
            int bytes = 1 + random.nextInt(length + 10);
            String tail = logs.tail(FILE, bytes);

            assertThat(tail.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(bytes);
            assertThat(tail).doesNotContain("\uFFFD");
            assertThat(("\n" + whole).contains("\n" + tail))
                    .as("seed %s, %s bytes", seed, bytes)
                    .isTrue();
            assertThat(tail.isEmpty() || tail.endsWith("\n")).isTrue();
        }
    }

    @Test
    void aPipeIsRefusedAndNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe.log");
        assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
                "there are no pipes with names here");

        assertThatThrownBy(() -> LogFiles.in(folder).tail(pipe, 100)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> LogFiles.in(folder).follow(pipe)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aTailOfNothingOrOfAFileThatIsNotThereIsRefused() throws IOException {
        write(new byte[0]);

        assertThatThrownBy(() -> logs.tail(FILE, 0)).hasMessage("bytes not in 1..67108864: 0");
        assertThatThrownBy(() -> logs.tail(Path.of("other.jsonl"), 10)).isInstanceOf(NoSuchFileException.class);
    }

    private void write(byte[] content) throws IOException {
        Files.write(folder.resolve(FILE), content);
    }

    static byte[] lines(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i).append(" ä€𝄞".repeat(random.nextInt(8))).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
