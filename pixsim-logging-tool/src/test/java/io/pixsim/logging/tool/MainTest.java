package io.pixsim.logging.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.pixsim.logging.encode.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private static final String LOGS = Path.of("src/test/resources/logs").toString();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private Map<String, String> environment = Map.of();

    @Test
    void aTraceShowsTheTimelineAndWhatItComesTo() {
        assertThat(run("trace", "job", "123", LOGS)).isZero();

        List<String> words =
                lines().stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
        assertThat(words)
                .contains(
                        "job 123 completed",
                        "+0.000 s INFO pipeline:start processing started",
                        "+0.144 s WARN provider:error 0 attempt failed: renderer_cold\\u001b[31m",
                        "nothing for 1.09 s",
                        "+1.344 s INFO provider:status 1 400 ms 3 times, at last: complete, 100 %",
                        "provider:submit 1 +1.244 s 100 ms 7 ms",
                        "provider:complete 1 +2.944 s 0 ms 1.70 s",
                        "retries 1",
                        "+0.154 s after attempt 0: renderer cold (in 1000 ms)",
                        "first error +0.144 s provider:error ProviderException: renderer_cold\\u001b[31m",
                        "held back 4 events",
                        "artifacts 456");
        assertThat(words).anyMatch(line -> line.contains("10 events"));
    }

    @Test
    void aTraceOfARequestTellsWhatBelongsToIt() {
        assertThat(run("trace", "request", "req-1", LOGS)).isZero();
        assertThat(lines().get(0)).isEqualTo("request req-1  no end seen");
        assertThat(run("trace", "request", "req-2", LOGS)).isEqualTo(1);
        assertThat(complaints()).isEqualTo("no event of that request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --job 123                                | 11
            --job=123 --limit 3                      | 3
            --stage provider:error                   | 2
            --stage provider: --min-level info       | 7
            --level warning --provider pixverse      | 0
            --text RENDERER                          | 3
            --from 2026-11-23T03:14:50Z              | 2
            --to 2026-11-23T03:14:47.400Z            | 2
            --from 2026-11-24                        | 0
            --service worker --request req-1         | 1
            """)
    void grepShowsWhatItsFiltersLetThrough(String filters, int found) {
        String[] words = ("grep " + filters + " " + LOGS).split(" ");

        assertThat(run(words)).isEqualTo(found == 0 ? 1 : 0);
        assertThat(lines()).hasSize(found);
    }

    @Test
    void theNewestComeFirstOnDemandAndLinesAsTheyAre() throws IOException {
        run("grep", "--json", "--newest-first", "--limit", "1", LOGS);

        List<String> file = Files.readAllLines(Path.of(LOGS, "worker.jsonl"));
        assertThat(lines()).containsExactly(file.get(file.size() - 1));
    }

    @Test
    void theTailOfAFileIsShownAlsoWhereItIsNoJson() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.log"), "one\n{\"level\":\"warn\",\"msg\":\"two\"}\nthr\u009Bee\n");

        assertThat(run("tail", "-n", "2", file.toString())).isZero();

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).matches("-  .*WARN  -          -  .*msg=two");
        assertThat(lines().get(1)).isEqualTo("thr\\u009bee");
    }

    @Test
    void coloursAreThereWhenTheyAreWanted() {
        run("grep", "--limit", "1", LOGS);
        assertThat(printed()).doesNotContain("\u001B");
        run("grep", "--limit", "1", "--color", "always", LOGS);
        assertThat(printed()).contains("\u001B[32mINFO\u001B[0m");
        environment = Map.of("FORCE_COLOR", "1");
        run("grep", "--limit", "1", LOGS);
        assertThat(printed()).contains("\u001B[");
        environment = Map.of("FORCE_COLOR", "1", "NO_COLOR", "1");
        run("trace", "job", "123", LOGS);
        assertThat(printed()).doesNotContain("\u001B");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                             | no command: trace, check, tail, grep or spool; see --help
            trace                          | trace takes job or request, an id, and where to look; see --help
            trace task 1 .                 | neither job nor request: task; see --help
            tail nowhere.log               | not there: nowhere.log; see --help
            tail -x a.log                  | no such option: -x; see --help
            tail -n 0 a.log                | -n is not at least 1: 0; see --help
            grep --level loud .            | no level: loud, which may be debug, info, warning, error or critical; see --help
            grep --from yesterday .        | no time: yesterday, which may be 2026-11-23, 2026-11-23T03:14:47Z or 15m; see --help
            grep --job                     | no value for --job; see --help
            grep --color blue .            | --color is not auto, always or never: blue; see --help
            spool                          | spool: list, inspect, replay or replay-dead-letters, and a folder; see --help
            dance                          | no such command: dance; see --help
            """)
    void whatIsNotUnderstoodIsTold(String command, String complaint) {
        assertThat(run(command.isEmpty() ? new String[0] : command.split(" "))).isEqualTo(2);
        assertThat(complaints()).isEqualTo(complaint);
        assertThat(printed()).isEmpty();
    }

    @Test
    void everyCommandTellsItsUse() {
        for (String command : List.of("trace", "check", "tail", "grep", "spool")) {
            assertThat(run(command, "--help")).isZero();
            assertThat(printed()).startsWith("usage: " + command).contains("exit status: 0 ");
            assertThat(run("help", command)).isZero();
            assertThat(printed()).startsWith("usage: " + command);
        }
        assertThat(run("--help")).isZero();
        assertThat(printed()).startsWith("usage: java -jar");
    }

    @Test
    void nothingThatWasLoggedControlsTheTerminalOrMakesALine() throws IOException {
        Random random = new Random(11);
        for (int run = 0; run < 200; run++) {
            String hostile = hostile(random);
            Files.writeString(folder.resolve("a.jsonl"), json(hostile));
            for (String command :
                    List.of("grep --text x", "grep --json --text x", "trace job x", "check", "tail", "tail --json")) {
                run((command + " " + (command.startsWith("tail") ? folder.resolve("a.jsonl") : folder)).split(" "));

                assertThat(printed()
                                .codePoints()
                                .filter(c -> c != '\n' && isControl(c))
                                .count())
                        .as("run %s, %s: %s", run, command, hostile)
                        .isZero();
                if (!command.startsWith("trace") && !command.equals("check")) {
                    assertThat(lines().stream().filter(line -> !line.startsWith("  ")))
                            .hasSize(2);
                }
            }
        }
    }

    @Test
    void aReaderThatGoesAwayIsNoFailure() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        int status = main(closed).run("grep", LOGS);

        assertThat(status).isZero();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aFullDiskIsOne() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThat(main(full).run("grep", LOGS)).isEqualTo(2);
        assertThat(complaints()).contains("No space left on device");
    }

    @Test
    void whatCouldNotBeReadIsTold() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), "{\"msg\":\"x\"}\n{\"broken\n");

        assertThat(run("grep", folder.toString())).isZero();
        assertThat(complaints()).isEqualTo("not read: lines 1, files 0");
    }

    private static String json(String hostile) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < hostile.length(); i++) {
            char c = hostile.charAt(i);
            quoted.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
        String line =
                "{\"timestamp\":\"2026-11-23T03:14:47Z\",\"job_id\":\"x\",\"msg\":\"%1$s\",\"stage\":\"%1$s\",\"k%1$s\":\"%1$s\",\"error\":\"%1$s\"}\n"
                        .formatted(quoted);
        return line + line.replace("\"error\"", "\"exception\"");
    }

    private static String hostile(Random random) {
        int[] points = {
            '\n', '\r', 0x1B, '[', 'm', 0x9B, 0x202E, 0x2028, 0, 7, 8, 0x7F, 'a', '=', ' ', 0xE9, 0x1F600, 0x200B
        };
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private int run(String... words) {
        printed.reset();
        complaints.reset();
        return main(printed).run(words);
    }

    private Main main(OutputStream out) {
        PrintStream err = new PrintStream(complaints, true, StandardCharsets.UTF_8);
        return new Main(new Output(out), err, new Terminal(environment::get, () -> false));
    }

    private List<String> lines() {
        return printed().lines().toList();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String complaints() {
        return complaints.toString(StandardCharsets.UTF_8).strip();
    }
}
