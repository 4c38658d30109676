package io.pixsim.logging.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "_", "_private", "scene_number", "sceneNumber", "scene.number", "scene-number", "x264"})
    void aNameIsALetterOrUnderscoreThenLettersDigitsAndThreeSigns(String name) {
        assertThat(Field.text(name, "").name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1st", "-a", ".a", "a b", " a", "a ", "a\n", "\na", "é", "a\u0000", "a=b", "a\"b"})
    void anythingElseIsRefusedWithTheRuleAndTheValue(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.text(name, ""))
                .withMessage("field name is not like [A-Za-z_][A-Za-z0-9_.-]{0,99}: '" + name + "'");
    }

    @Test
    void aNameHasOneHundredCharactersAtTheMost() {
        assertThat(Field.integer("a".repeat(100), "").name()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> Field.integer("a".repeat(101), ""));
    }

    @Test
    void aMissingNameOrDescriptionIsNamed() {
        assertThatNullPointerException().isThrownBy(() -> Field.id(null, "")).withMessage("name");
        assertThatNullPointerException().isThrownBy(() -> Field.id("a", null)).withMessage("description");
    }

    @Test
    void aServiceMakesFieldsOfItsOwn() {
        List<Field> own = List.of(
                Field.text("a", "a text"),
                Field.integer("b", "a number"),
                Field.millis("c", "a duration"),
                Field.id("d", "an id"),
                Field.any("e", "anything"));

        assertThat(own)
                .extracting(Field::type)
                .containsExactly(FieldType.TEXT, FieldType.INTEGER, FieldType.MILLIS, FieldType.INTEGER, FieldType.ANY);
        assertThat(own).extracting(Field::maxCodePoints).containsOnly(Field.UNLIMITED);
        assertThat(own)
                .extracting(Field::description)
                .containsExactly("a text", "a number", "a duration", "an id", "anything");
    }

    @Test
    void aValueKeepsItsFieldAndReadsAsItselfInAMessage() {
        FieldValue pair = Fields.JOB_ID.of(123);

        assertThat(pair.field()).isSameAs(Fields.JOB_ID);
        assertThat(pair.value()).isEqualTo(123L);
        assertThat(pair).hasToString("123");
        assertThat(Fields.JOB_ID).hasToString("job_id");
    }

    @Test
    void aValueMayBeNull() {
        assertThat(Fields.PROVIDER_ID.of(null).value()).isNull();
        assertThat(Fields.JOB_ID.of(null).value()).isNull();
        assertThat(Fields.CONTENT_FLAGS.of(null).value()).isNull();
        assertThat(Fields.PROVIDER_ID.of(null)).hasToString("null");
    }

    @Test
    void anIdIsANumberOrAText() {
        assertThat(Fields.JOB_ID.of("job-abc123").value()).isEqualTo("job-abc123");
        assertThat(Fields.JOB_ID.of(7).value()).isEqualTo(7L);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT1.5S, 1500", "PT0.0019S, 1", "PT-1S, -1000"})
    void aDurationIsCutToWholeMilliseconds(Duration duration, long millis) {
        assertThat(Fields.DURATION_MS.of(duration).value()).isEqualTo(millis);
    }

    @Test
    void aDurationThatNoLongCanHoldIsTheLongestRatherThanAnException() {
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);

        assertThat(Fields.DURATION_MS.of(forever).value()).isEqualTo(Long.MAX_VALUE);
        assertThat(Fields.DURATION_MS.of(forever.negated()).value()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void anUnknownDurationIsNull() {
        assertThat(Fields.DURATION_MS.of(null).value()).isNull();
    }
}
