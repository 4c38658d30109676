package io.pixsim.logging.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

    private static final Path ROOT = Path.of("data").toAbsolutePath();
    private static final String PIECES = "abzABZ019._-~/\\:*?\"<>|%$ \t\n\r\0.. ..é\u212aı\u0130\ud83d\udcaf";

    @ParameterizedTest
    @ValueSource(strings = {"123", "job-abc123", "9f1b2c3d-0000-4000-8000-0123456789ab", "a.b_c", "x"})
    void aHarmlessIdIsItsOwnName(String id) {
        assertThat(SafeName.of(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\t\n"})
    void aMissingIdHasANameThatNoIdHas(String id) {
        assertThat(SafeName.of(id)).isEqualTo("_none");
        assertThat(SafeName.of("_none")).isNotEqualTo("_none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..", ".", "../../etc/passwd", "..\\..\\boot", "/etc/passwd", "C:\\x", "a/b", "con", "NUL", "com1.txt",
                "aux.", "a.", ".hidden", "a..b", "Job", "JOB", "job~0123456789abcdef01234567", "-rf", "a b", "a\0b",
                "a:stream", "ｊob", "\ud800"
            })
    void anyOtherIdIsAltered(String id) {
        String name = SafeName.of(id);

        assertThat(name).matches("[a-z0-9][a-z0-9_-]*~[0-9a-f]{24}").matches(SafeName.PATTERN);
    }

    @Test
    void aLongIdIsCutToALengthThatEveryFileSystemTakes() {
        assertThat(SafeName.of("a".repeat(80))).hasSize(80);
        assertThat(SafeName.of("a".repeat(81))).hasSizeLessThan(80).startsWith("aaaa");
        assertThat(SafeName.of("a".repeat(100_000))).isNotEqualTo(SafeName.of("a".repeat(100_001)));
    }

    @Test
    void randomIdsStayInTheirFolderAndNeverShareAFileEvenWhereCaseIsIgnored() {
        Random random = new Random(20261128);
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String id = id(random);
            Path path = ROOT.resolve(JobPattern.DEFAULT.path(id, id));

            assertThat(path.normalize()).isEqualTo(path);
            assertThat(path.getNameCount()).isEqualTo(ROOT.getNameCount() + 6);
            String name = SafeName.of(id).toLowerCase(Locale.ROOT);
            String other = ids.put(name, id);
            assertThat(other == null || other.equals(id) || name.equals(SafeName.NONE))
                    .as("'%s' and '%s' share %s", other, id, name)
                    .isTrue();
        }
    }

    @Test
    void aPatternSaysWhereAJobIs() {
        JobPattern pattern = JobPattern.of("logs/p-{projectId}/{jobId}.log");

        assertThat(pattern.path("7", "123")).isEqualTo(Path.of("logs/p-7/123.log"));
        assertThat(pattern.path(null, "123")).isEqualTo(Path.of("logs/p-_none/123.log"));
    }

    @Test
    void whatAPatternMakesItsMatchersKnow() {
        Path path = JobPattern.DEFAULT.path("Project X", "../1");

        for (int i = 0; i < path.getNameCount(); i++) {
            assertThat(path.getName(i).toString())
                    .matches(JobPattern.DEFAULT.matchers().get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jobs",
                "../{jobId}",
                "/{jobId}",
                "a//{jobId}",
                "{jobId}/x",
                "{projectId}-{jobId}",
                "{jobId}{jobId}",
                "{projectId}/{projectId}/{jobId}",
                "a..b/{jobId}",
                ".x/{jobId}",
                "{jobId}.",
                "a b/{jobId}"
            })
    void aPatternThatCouldLeadAwayOrMixJobsIsRefused(String text) {
        assertThatThrownBy(() -> JobPattern.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pattern is not a relative path");
    }

    private static String id(Random random) {
        StringBuilder id = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            id.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return id.toString();
    }
}
