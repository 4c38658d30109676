package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values for the columns of a receiver: what they hold goes there, and nothing else is lost. */
class JsonColumnsTest {

    @ParameterizedTest
    @CsvSource({"123, 123", "-5, -5", "0, 0", "2147483648, 2147483648", "9223372036854775807, 9223372036854775807"})
    void integerFieldsAreNumbersThoughTheContextHoldsText(String text, long number) {
        assertThat(TestEvent.saying("x").in("job_id", text).json()).containsEntry("job_id", number);
    }

    @ParameterizedTest
    @CsvSource({"job-abc123", "007", "1.5", "+1", "-0", "9223372036854775808", "0x10", "1e3", "१२३"})
    void textInAnIntegerFieldStaysAsItIsForPeopleAndFiles(String text) {
        assertThat(TestEvent.saying("x").in("job_id", text).json()).containsEntry("job_id", text);
    }

    @ParameterizedTest
    @CsvSource({"job-abc123", "007", "1.5", "2147483648", "-2147483649"})
    void whatAnIntegerColumnCannotHoldTravelsUnderARawKey(String text) {
        Map<String, Object> sent = TestEvent.saying("x").in("job_id", text).batchJson();

        assertThat(sent).containsEntry("job_id_raw", text).doesNotContainKey("job_id");
    }

    @Test
    void theLargestAndSmallestColumnValuesTravelAsNumbers() {
        TestEvent event = TestEvent.saying("x")
                .with("job_id", Integer.MAX_VALUE)
                .with("user_id", Integer.MIN_VALUE)
                .with("attempt", 1.0)
                .with("artifact_id", BigInteger.TEN)
                .with("submission_id", new BigDecimal("7.00"));

        assertThat(event.batchJson())
                .containsEntry("job_id", (long) Integer.MAX_VALUE)
                .containsEntry("user_id", (long) Integer.MIN_VALUE)
                .containsEntry("attempt", 1L)
                .containsEntry("artifact_id", 10L)
                .containsEntry("submission_id", 7L);
    }

    @Test
    void aRawKeyNeverMeetsAnotherFieldOfThatName() {
        TestEvent event = TestEvent.saying("x").with("job_id_raw", "mine").with("job_id", "job-1");

        assertThat(event.batchJson()).containsEntry("job_id_raw", "mine").containsEntry("job_id_raw_2", "job-1");
    }

    @Test
    void fractionsOfMillisecondsAreRounded() {
        assertThat(TestEvent.saying("x").with("duration_ms", 12.7).batchJson()).containsEntry("duration_ms", 13L);
    }

    @Test
    void anAbsurdExponentInAnIntegerFieldCostsNothing() {
        assertThat(TestEvent.saying("x")
                        .with("job_id", new BigDecimal("1E+1000000000"))
                        .batchJson())
                .containsEntry("job_id_raw", "1E+1000000000");
    }

    @Test
    void textFieldsAreCutToTheirColumnsByCodePoint() {
        String fiftyOne = "\uD83D\uDE00".repeat(51);

        Map<String, Object> json = TestEvent.saying("x")
                .with("provider_id", fiftyOne)
                .with("request_id", "r".repeat(101))
                .json();

        assertThat(json).containsEntry("provider_id", "\uD83D\uDE00".repeat(50));
        assertThat(json).containsEntry("request_id", "r".repeat(100));
    }

    @Test
    void ofAServiceTheEndIsKept() {
        assertThat(TestEvent.saying("x")
                        .in("service", "a".repeat(10) + "b".repeat(50))
                        .json())
                .containsEntry("service", "b".repeat(50));
    }

    @Test
    void otherTypesInATextFieldAreWrittenAsTheirText() {
        Map<String, Object> json = TestEvent.saying("x")
                .with("request_id", 123)
                .with("error", List.of("a", 1))
                .with("provider_id", Severity.ERROR)
                .json();

        assertThat(json)
                .containsEntry("request_id", "123")
                .containsEntry("error", "[\"a\",1]")
                .containsEntry("provider_id", "ERROR");
    }

    @Test
    void namesThatTheEncoderOrTheReceiverKeepsMoveToARawKey() {
        Map<String, Object> json = TestEvent.saying("hello")
                .with("msg", "m")
                .with("level", "l")
                .with("timestamp", 1)
                .with("id", 2)
                .with("extra", "e")
                .in("created_at", "c")
                .json();

        assertThat(json)
                .containsEntry("msg", "hello")
                .containsEntry("msg_raw", "m")
                .containsEntry("level_raw", "l")
                .containsEntry("timestamp_raw", 1L)
                .containsEntry("id_raw", 2L)
                .containsEntry("extra_raw", "e")
                .containsEntry("created_at_raw", "c")
                .doesNotContainKeys("id", "extra", "created_at");
    }
}
