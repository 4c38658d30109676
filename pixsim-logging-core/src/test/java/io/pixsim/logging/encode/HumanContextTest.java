package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;

import io.pixsim.logging.catalog.Stage;
import org.junit.jupiter.api.Test;

/** What the context binds is told once for each job. */
class HumanContextTest {

    private final HumanLines lines =
            new HumanLines(TestEvent.WORKER, TestEvent.REDACTOR, Limits.DEFAULT, ZoneOffset.UTC, false);

    @Test
    void whatFitsStandsOnTheFirstLineOfTheJobAndNotOnTheSecond() {
        assertThat(pairs(of("123").in("provider_id", "pixverse")))
                .isEqualTo("job_id=123 provider_id=pixverse msg=two words\n");
        assertThat(pairs(of("123").in("provider_id", "pixverse"))).isEqualTo("job_id=123 msg=two words\n");
    }

    @Test
    void whatDoesNotFitStandsBelowWithTheJobOnceMore() {
        TestEvent event = of("123")
                .in("request_id", "req-c2d8e7")
                .in("provider_id", "pixverse")
                .in("operation_type", "text_to_video")
                .in("user_id", "3");

        assertThat(pairs(event))
                .isEqualTo("job_id=123 msg=two words\n"
                        + "           job_id=123 request_id=req-c2d8e7 provider_id=pixverse"
                        + " operation_type=text_to_video user_id=3\n");
        assertThat(pairs(event)).isEqualTo("job_id=123 msg=two words\n");
    }

    @Test
    void belowTooALineEndsWithinTheColumns() {
        TestEvent event = of("123").in("request_id", "8a4f1f0e-3c5e-4b7a-9a43-1f4f5f2f7f10");
        for (int i = 0; i < 9; i++) {
            event.in("custom_" + i, "0123456789");
        }

        String[] written = lines.encode(event).split("\n", -1);

        assertThat(written).hasSize(5).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(written)
                .filteredOn(line -> !line.isEmpty())
                .allSatisfy(line -> assertThat(line).contains(" job_id=123 "));
        assertThat(String.join(" ", written)).contains("custom_0=", "custom_8=");
    }

    @Test
    void aChangeIsTold() {
        pairs(of("123").in("provider_id", "pixverse").in("user_id", "3"));

        assertThat(pairs(of("123").in("provider_id", "sora").in("user_id", "3")))
                .isEqualTo("job_id=123 provider_id=sora msg=two words\n");
    }

    @Test
    void whatTheEventSaysItselfIsAlwaysToldAndNeedsNotBeToldAgain() {
        pairs(of("123").with("provider_job_id", "pv_1"));

        assertThat(pairs(of("123").with("provider_job_id", "pv_1"))).contains(" provider_job_id=pv_1 ");
        assertThat(pairs(of("123").in("provider_job_id", "pv_1"))).isEqualTo("job_id=123 msg=two words\n");
    }

    @Test
    void attemptAndErrorOfTheContextAreOnEveryLine() {
        for (int i = 0; i < 2; i++) {
            assertThat(pairs(of("123")
                            .in("attempt", "1")
                            .in("error", "e")
                            .in("error_type", "T")
                            .in("duration_ms", "5")))
                    .isEqualTo("job_id=123 attempt=1 duration_ms=5 error_type=T error=e msg=two words\n");
        }
    }

    @Test
    void eachJobIsToldItsOwn() {
        pairs(of("123").in("provider_id", "pixverse"));

        assertThat(pairs(of("124").in("provider_id", "pixverse"))).contains("provider_id=pixverse");
    }

    @Test
    void aJobThatStartsAnewIsToldAgain() {
        pairs(of("123").in("provider_id", "pixverse"));

        assertThat(pairs(of("123").in("provider_id", "pixverse").marked(Stage.PIPELINE_START)))
                .contains("provider_id=pixverse");
    }

    @Test
    void theSampleRateIsToldOnce() {
        pairs(of("123").with("sample_rate", 5));

        assertThat(pairs(of("123").with("sample_rate", 5))).isEqualTo("job_id=123 msg=two words\n");
    }

    @Test
    void withoutJobAndRequestEveryLineTellsAll() {
        for (int i = 0; i < 2; i++) {
            assertThat(pairs(TestEvent.saying("two words").in("user_id", "3").in("region", "eu")))
                    .isEqualTo("user_id=3 region=eu msg=two words\n");
        }
    }

    @Test
    void theJobThatWasQuietForLongestIsForgottenFirst() {
        pairs(of("first").in("user_id", "3"));
        pairs(of("second").in("user_id", "3"));
        for (int i = 2; i < ToldContext.MAX_SUBJECTS; i++) {
            pairs(of("job-" + i));
        }
        pairs(of("first").in("user_id", "3"));
        pairs(of("one more"));

        assertThat(pairs(of("first").in("user_id", "3"))).doesNotContain("user_id");
        assertThat(pairs(of("second").in("user_id", "3"))).contains("user_id");
    }

    private static TestEvent of(String job) {
        return TestEvent.saying("two words").in("job_id", job);
    }

    /** What follows the four columns. */
    private String pairs(TestEvent event) {
        return lines.encode(event).substring("[12:34:57] INFO  worker     JobProcessor        ".length());
    }
}
