package io.pixsim.logging.encode;

import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.catalog.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class SpellingTest {

    private static final Spelling UPPER_CASE = new Spelling(Names.PIXSIM, true);
    private static final Spelling JOB_CENTRIC = new Spelling(Names.JOB_CENTRIC, false);

    @ParameterizedTest
    @CsvSource({
        "TRACE, DEBUG, debug",
        "DEBUG, DEBUG, debug",
        "INFO, INFO, info",
        "WARN, WARNING, warn",
        "ERROR, ERROR, error"
    })
    void levelsAreSpelledAsTheirReadersCompareThem(Level level, String upperCase, String jobCentric) {
        TestEvent event = TestEvent.saying("x").level(level);

        assertThat(TestEvent.parse(event.line(UPPER_CASE))).containsEntry("level", upperCase);
        assertThat(TestEvent.parse(event.line(JOB_CENTRIC))).containsEntry("level", jobCentric);
    }

    @Test
    void aCriticalErrorIsAnErrorWhereThereAreFourLevels() {
        TestEvent event = TestEvent.saying("x").level(Level.ERROR).marked(Severity.CRITICAL);

        assertThat(TestEvent.parse(event.line(UPPER_CASE))).containsEntry("level", "CRITICAL");
        assertThat(TestEvent.parse(event.line(JOB_CENTRIC))).containsEntry("level", "error");
    }

    @Test
    void jobCentricNamesStandInTheCatalogsOrder() {
        String line = TestEvent.saying("rendered", JOB_ID.of(123))
                .level(Level.WARN)
                .in("project_id", "p-1")
                .in("request_id", "r-1")
                .with("data", Map.of("job_id", 7))
                .line(JOB_CENTRIC);

        assertThat(line)
                .isEqualTo("{\"ts\":\"2025-11-12T12:34:57.010000Z\",\"level\":\"warn\",\"msg\":\"rendered\","
                        + "\"component\":\"worker\",\"env\":\"dev\",\"request_id\":\"r-1\",\"jobId\":123,"
                        + "\"logger\":\"io.pixsim.JobProcessor\",\"thread\":\"main\",\"projectId\":\"p-1\","
                        + "\"data\":{\"job_id\":7}}\n");
    }

    @Test
    void aProgramMayUseTheJobCentricNamesItself() {
        TestEvent event = TestEvent.saying("x")
                .in("component", "comfyui")
                .in("jobId", "123")
                .in("projectId", "p-1");

        assertThat(TestEvent.parse(event.line(JOB_CENTRIC)))
                .containsEntry("component", "comfyui")
                .containsEntry("jobId", 123L)
                .containsEntry("projectId", "p-1")
                .doesNotContainKeys("job_id", "project_id", "service");
    }

    @Test
    void noNameOccursTwice() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("job_id", 1);
        data.put("jobId", 2);
        TestEvent event = TestEvent.saying("x")
                .with("ts", "mine")
                .with("job_id", 1)
                .with("jobId", 2)
                .with("project_id", 3)
                .with("projectId", 4)
                .with("data", data);

        assertThat(TestEvent.parse(event.line(JOB_CENTRIC)))
                .containsEntry("ts", "2025-11-12T12:34:57.010000Z")
                .containsEntry("ts_raw", "mine")
                .containsEntry("jobId", 1L)
                .containsEntry("jobId_2", 2L)
                .containsEntry("projectId", 3L)
                .containsEntry("projectId_2", 4L)
                .containsEntry("data", Map.of("job_id", 1L, "jobId", 2L));
    }

    @Test
    void withTheCatalogsNamesTheOthersAreTheProgramsOwn() {
        assertThat(TestEvent.saying("x").with("jobId", 1).with("ts", 2).json())
                .containsEntry("jobId", 1L)
                .containsEntry("ts", 2L)
                .doesNotContainKey("job_id");
    }
}
