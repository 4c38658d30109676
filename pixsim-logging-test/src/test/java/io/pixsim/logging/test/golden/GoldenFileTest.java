package io.pixsim.logging.test.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GoldenFileTest {

    private static final Path FILE = Path.of("src", "test", "resources", "golden", "written-by-a-test.jsonl");
    private static final String WRITE = "pixsim.golden.write";

    private final GoldenFile golden = GoldenFile.find(GoldenFileTest.class, "golden/written-by-a-test.jsonl");

    @AfterEach
    void tidyUp() throws IOException {
        System.clearProperty(WRITE);
        Files.deleteIfExists(FILE);
    }

    @Test
    void aFileThatIsNotThereSaysHowToWriteIt() {
        differing("{}")
                .hasMessageContaining("there is no ")
                .hasMessageContaining("written-by-a-test.jsonl to compare with; to write it anew, run the test with"
                        + " -Dpixsim.golden.write=true or PIXSIM_GOLDEN_WRITE=true in the environment");
    }

    @Test
    void whatWasWrittenIsWhatIsExpected() throws IOException {
        write("{\"timestamp\":\"2026-01-01T00:00:00.000001Z\",\"msg\":\"a\",\"job_id\":123,\"duration_ms\":7}");

        assertThat(Files.readString(FILE))
                .isEqualTo(
                        "{\"timestamp\":\"<timestamp>\",\"msg\":\"a\",\"job_id\":123,\"duration_ms\":\"<duration_ms>\"}\n");
        same("{\"timestamp\":\"2027-05-05T05:05:05.500000Z\",\"msg\":\"a\",\"job_id\":123,\"duration_ms\":90}");
    }

    @Test
    void linesThatWerePastedAsTheyWereLoggedServeToo() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(
                FILE, "{\"timestamp\":\"2026-01-01T00:00:00.000001Z\",\"thread\":\"main\",\"msg\":\"a\"}\n\n");

        same("{\"timestamp\":\"2027-01-01T00:00:00.000001Z\",\"thread\":\"pool-1\",\"msg\":\"a\"}");
    }

    @Test
    void theFirstDifferenceIsTold() throws IOException {
        write("{\"msg\":\"a\"}", "{\"msg\":\"b\",\"attempt\":0}", "{\"msg\":\"c\"}");

        differing("{\"msg\":\"a\"}", "{\"msg\":\"b\",\"attempt\":1}", "{\"msg\":\"d\"}")
                .hasMessage(
                        String.format("%nExpected the lines of golden/written-by-a-test.jsonl, but line 2 differs in"
                                + " field attempt, which is 1 instead of 0:%n"
                                + "  expected {\"msg\":\"b\",\"attempt\":0}%n"
                                + "  but was  {\"msg\":\"b\",\"attempt\":1}%n"
                                + "to write it anew, run the test with -Dpixsim.golden.write=true or PIXSIM_GOLDEN_WRITE=true in"
                                + " the environment"));
    }

    @Test
    void fieldsThatAreMissingOrTooManyAreTold() throws IOException {
        write("{\"msg\":\"a\",\"attempt\":0}");

        differing("{\"msg\":\"a\"}").hasMessageContaining("line 1 differs in field attempt, which is missing:");
        differing("{\"msg\":\"a\",\"attempt\":0,\"x\":[1]}")
                .hasMessageContaining("line 1 differs in field x, which is [1] and should not be there:");
        differing("{\"attempt\":0,\"msg\":\"a\"}").hasMessageContaining("line 1 differs in the order of its fields:");
    }

    @Test
    void linesThatAreMissingOrTooManyAreTold() throws IOException {
        write("{\"msg\":\"a\"}", "{\"msg\":\"b\"}");

        differing("{\"msg\":\"a\"}")
                .hasMessageContaining(String.format("line 2 of 2 was not logged:%n  expected {\"msg\":\"b\"}"));
        differing("{\"msg\":\"a\"}", "{\"msg\":\"b\"}", "{\"msg\":\"c\"}")
                .hasMessageContaining(String.format("more was logged than its 2 lines:%n  but was  {\"msg\":\"c\"}"));
    }

    @Test
    void idsThatWereMadeUpStillTellWhatBelongsTogether() throws IOException {
        write("{\"request_id\":\"req-1\"}", "{\"request_id\":\"req-2\"}", "{\"request_id\":\"req-1\"}");

        same("{\"request_id\":\"x\"}", "{\"request_id\":\"y\"}", "{\"request_id\":\"x\"}");
        differing("{\"request_id\":\"x\"}", "{\"request_id\":\"y\"}", "{\"request_id\":\"y\"}")
                .hasMessageContaining("line 3 differs in field request_id, which is \"<request_id 2>\" instead of"
                        + " \"<request_id 1>\"");
    }

    @Test
    void idsAndTimesWithinTextsAreFoundByTheirLooks() throws IOException {
        write(
                "{\"msg\":\"took 1a2b3c4d-0000-4000-8000-000000000001 at 2026-01-01T10:00:00Z\",\"stages\":{\"provider:submit\":5}}");

        same(
                "{\"msg\":\"took 1a2b3c4d-0000-4000-8000-000000000002 at 2026-01-01T11:00:00.5+02:00\",\"stages\":{\"provider:submit\":6}}");
        differing("{\"msg\":\"took nothing at 2026-01-01T11:00:00Z\",\"stages\":{\"provider:submit\":6}}")
                .hasMessageContaining("line 1 differs in field msg");
    }

    @Test
    void ofAStackTraceTheFramesDiffer() throws IOException {
        write("{\"exception\":\"java.io.IOException: no\\n\\tat a.B.c(B.java:1)\\n\\tat a.B.d(B.java:2)\\n\"}");

        same("{\"exception\":\"java.io.IOException: no\\n\\tat a.B.e(B.java:17)\\n\"}");
        differing("{\"exception\":\"java.io.IOException: yes\\n\\tat a.B.e(B.java:17)\\n\"}")
                .hasMessageContaining("line 1 differs in field exception");
    }

    @Test
    void waitsAreDecidedOnAndNotMeasured() throws IOException {
        write("{\"delay_ms\":1000}");

        differing("{\"delay_ms\":2000}").hasMessageContaining("which is 2000 instead of 1000");
    }

    @Test
    void aTestNamesWhatElseIsVolatile() throws IOException {
        write("{\"bytes\":\"<bytes>\"}");

        assertThatCode(() -> golden.compare(List.of("{\"bytes\":17}"), Set.of("bytes")))
                .doesNotThrowAnyException();
    }

    private void write(String... lines) throws IOException {
        System.setProperty(WRITE, "true");
        golden.compare(List.of(lines), Set.of());
        System.clearProperty(WRITE);
    }

    private void same(String... lines) {
        assertThatCode(() -> golden.compare(List.of(lines), Set.of())).doesNotThrowAnyException();
    }

    private AbstractThrowableAssert<?, ?> differing(String... lines) {
        return assertThatThrownBy(() -> golden.compare(List.of(lines), Set.of()))
                .isInstanceOf(AssertionError.class);
    }
}
