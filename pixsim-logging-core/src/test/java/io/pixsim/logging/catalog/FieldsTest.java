package io.pixsim.logging.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private static final List<String> NAMES =
            Fields.all().stream().map(io.pixsim.logging.catalog.Field::name).toList();

    @Test
    void theCatalogHasTheOrderInWhichEncodersWrite() {
        assertThat(NAMES)
                .containsExactly(
                        "timestamp",
                        "level",
                        "msg",
                        "service",
                        "env",
                        "domain",
                        "request_id",
                        "trace_id",
                        "span_id",
                        "job_id",
                        "submission_id",
                        "artifact_id",
                        "generation_id",
                        "provider_job_id",
                        "provider_id",
                        "operation_type",
                        "stage",
                        "channel",
                        "user_id",
                        "attempt",
                        "duration_ms",
                        "sample_rate",
                        "suppressed",
                        "outcome",
                        "attempts",
                        "stages",
                        "artifacts",
                        "findings",
                        "lost",
                        "replayed",
                        "error",
                        "error_type",
                        "reproducible_hash",
                        "account_id",
                        "retry_policy",
                        "reason",
                        "delay_ms",
                        "content_flags",
                        "event",
                        "logger",
                        "thread",
                        "exception",
                        "error_hash",
                        "_repaired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the first version of the Python package
                "timestamp level msg service env request_id job_id submission_id artifact_id provider_job_id provider_id"
                        + " operation_type stage attempt duration_ms error error_type",
                // the current one
                "timestamp level msg service env domain request_id job_id submission_id generation_id provider_job_id"
                        + " provider_id operation_type stage channel user_id attempt duration_ms error error_type"
            })
    void theOrderIsThatOfBothPythonCatalogs(String catalog) {
        assertThat(NAMES).containsSubsequence(catalog.split(" "));
    }

    @Test
    void noNameOccursTwice() {
        assertThat(NAMES).doesNotHaveDuplicates();
    }

    @Test
    void everyConstantHasItsPlace() {
        Stream<Object> constants = Arrays.stream(Fields.class.getFields()).map(FieldsTest::value);

        assertThat(constants).containsExactlyInAnyOrderElementsOf(Fields.all());
    }

    @Test
    void everyFieldIsDescribed() {
        assertThat(Fields.all())
                .allSatisfy(
                        field -> assertThat(field.description()).isNotBlank().doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "level, 20",
        "service, 50",
        "env, 20",
        "request_id, 100",
        "provider_job_id, 255",
        "provider_id, 50",
        "operation_type, 50",
        "stage, 50",
        "channel, 30",
        "domain, 30",
        "error_type, 100"
    })
    void aTextIsAsLongAsTheNarrowestColumnOfAnyBackend(String name, int codePoints) {
        assertThat(Fields.find(name).maxCodePoints()).isEqualTo(codePoints);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "msg", "error", "trace_id", "span_id", "exception", "logger", "thread"})
    void aColumnWithoutALimitHasNone(String name) {
        assertThat(Fields.find(name).maxCodePoints()).isEqualTo(io.pixsim.logging.catalog.Field.UNLIMITED);
    }

    @ParameterizedTest
    @CsvSource({
        "job_id, INTEGER",
        "submission_id, INTEGER",
        "artifact_id, INTEGER",
        "generation_id, INTEGER",
        "user_id, INTEGER",
        "attempt, INTEGER",
        "duration_ms, MILLIS",
        "delay_ms, MILLIS",
        "reason, TEXT",
        "domain, TEXT",
        "channel, TEXT",
        "request_id, TEXT",
        "provider_job_id, TEXT",
        "content_flags, ANY"
    })
    void aFieldHasTheTypeOfItsColumn(String name, FieldType type) {
        assertThat(Fields.find(name).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "ENCODER, timestamp level msg logger thread exception error_hash _repaired",
        "SETTINGS, service env",
        "GATE, sample_rate suppressed outcome attempts stages artifacts findings lost replayed",
        "EXCEPTION, error error_type"
    })
    void whatTheProgramDoesNotSetSaysWhoDoes(SetBy setBy, String names) {
        assertThat(Fields.all())
                .filteredOn(field -> field.setBy() == setBy)
                .extracting(io.pixsim.logging.catalog.Field::name)
                .containsExactly(names.split(" "));
    }

    @Test
    void theNamesThatTracersUseAreKnown() {
        assertThat(Fields.aliases())
                .containsOnly(
                        Map.entry("traceId", Fields.TRACE_ID),
                        Map.entry("trace.id", Fields.TRACE_ID),
                        Map.entry("spanId", Fields.SPAN_ID),
                        Map.entry("span.id", Fields.SPAN_ID));
        assertThat(NAMES).doesNotContainAnyElementsOf(Fields.aliases().keySet());
    }

    @Test
    void aFieldIsFoundByItsExactName() {
        assertThat(Fields.find("job_id")).isSameAs(Fields.JOB_ID);
        assertThat(Fields.find("JOB_ID")).isNull();
        assertThat(Fields.find("scene_number")).isNull();
    }

    @Test
    void aPositionIsTheIndexInTheCatalog() {
        assertThat(NAMES).allSatisfy(name -> assertThat(Fields.position(name)).isEqualTo(NAMES.indexOf(name)));
        assertThat(Fields.position("scene_number")).isEqualTo(-1);
    }

    @Test
    void noFieldHasANameThatTheReceiverKeepsForItself() {
        assertThat(NAMES).doesNotContainAnyElementsOf(Wire.RESERVED_KEYS);
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
