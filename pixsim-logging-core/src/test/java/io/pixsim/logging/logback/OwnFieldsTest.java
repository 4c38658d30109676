package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.redact.Safe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.KeyValuePair;

/** What the gate finds of a call's own fields. */
class OwnFieldsTest {

    private static final Map<Field, Integer> CATALOG = Map.of(
            Fields.STAGE, OwnFields.STAGE,
            Fields.JOB_ID, OwnFields.JOB_ID,
            Fields.ATTEMPT, OwnFields.ATTEMPT,
            Fields.ARTIFACT_ID, OwnFields.ARTIFACT_ID,
            Fields.GENERATION_ID, OwnFields.GENERATION_ID,
            Fields.EVENT, OwnFields.EVENT);

    private final OwnFields own = new OwnFields();

    @Test
    void fieldsAreFoundUnderTheNamesOfTheCatalogWhetherArgumentsOrKeyValues() {
        CATALOG.forEach((field, place) -> {
            own.read(new Object[] {"text", new FieldValue(field, "a")}, null);
            assertThat(own.value(place)).isEqualTo("a");
            own.clear();

            own.read(null, List.of(new KeyValuePair("other", 1), new KeyValuePair(field.name(), "b")));
            assertThat(own.value(place)).isEqualTo("b");
            own.clear();
        });
    }

    @Test
    void theFirstOfANameHolds() {
        own.read(
                new Object[] {new FieldValue(Fields.STAGE, "first")},
                List.of(new KeyValuePair("stage", "second"), new KeyValuePair("stage", "third")));

        assertThat(own.text(OwnFields.STAGE)).isEqualTo("first");
    }

    @ParameterizedTest
    @MethodSource
    void anIdInAWrapperIsReadAsTheEncoderWritesIt(Object value, String text) {
        own.read(null, List.of(new KeyValuePair("job_id", value)));

        assertThat(own.text(OwnFields.JOB_ID)).isEqualTo(text);
    }

    static Stream<Arguments> anIdInAWrapperIsReadAsTheEncoderWritesIt() {
        return Stream.of(
                Arguments.of(Optional.of(123), "123"),
                Arguments.of(Optional.of("job-1"), "job-1"),
                Arguments.of(OptionalInt.of(123), "123"),
                Arguments.of(OptionalLong.of(3_000_000_000L), "3000000000"),
                Arguments.of(Safe.of(Optional.of(123)), "123"),
                Arguments.of(new AtomicReference<>(Optional.of(123)), "123"),
                Arguments.of(Optional.of(Optional.of(123)), "123"),
                Arguments.of(Optional.empty(), null));
    }

    @Test
    void aReferenceThatHoldsItselfTellsNothing() {
        AtomicReference<Object> itself = new AtomicReference<>();
        itself.set(itself);

        own.read(null, List.of(new KeyValuePair("job_id", itself)));

        assertThat(own.text(OwnFields.JOB_ID)).isNull();
    }

    @Test
    void aSupplierIsNotAskedAndTellsNothing() {
        own.read(null, List.of(new KeyValuePair("job_id", (Supplier<Object>) () -> fail("asked"))));

        assertThat(own.text(OwnFields.JOB_ID)).isNull();
    }

    @Test
    void nothingIsHeldOfACallThatWasForgotten() {
        own.read(null, List.of(new KeyValuePair("path", "/health"), new KeyValuePair("method", "GET")));

        own.clear();

        assertThat(own.text(OwnFields.PATH)).isNull();
        assertThat(own.text(OwnFields.METHOD)).isNull();
    }

    @Test
    void aKeyThatIsNullTellsNothing() {
        own.read(null, List.of(new KeyValuePair(null, "x"), new KeyValuePair("job_id", 7)));

        assertThat(own.text(OwnFields.JOB_ID)).isEqualTo("7");
    }
}
