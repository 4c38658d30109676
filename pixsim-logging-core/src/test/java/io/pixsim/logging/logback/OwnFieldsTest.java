package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** What the gate finds of a call's own fields. */
class OwnFieldsTest {

    private static final Map<Field, Function<OwnFields, Object>> CATALOG = Map.of(
            Fields.STAGE, OwnFields::stage,
            Fields.JOB_ID, OwnFields::jobId,
            Fields.ATTEMPT, OwnFields::attempt,
            Fields.ARTIFACT_ID, OwnFields::artifactId,
            Fields.GENERATION_ID, OwnFields::generationId,
            Fields.EVENT, OwnFields::event);

    private final OwnFields own = new OwnFields();

    @Test
    void fieldsAreFoundUnderTheNamesOfTheCatalogWhetherArgumentsOrKeyValues() {
        CATALOG.forEach((field, reader) -> {
            own.read(new Object[] {"text", new FieldValue(field, "a")}, null);
            assertThat(reader.apply(own)).isEqualTo("a");
            own.clear();

            own.read(null, List.of(new KeyValuePair("other", 1), new KeyValuePair(field.name(), "b")));
            assertThat(reader.apply(own)).isEqualTo("b");
            own.clear();
        });
    }

    @Test
    void theFirstOfANameHolds() {
        own.read(
                new Object[] {new FieldValue(Fields.STAGE, "first")},
                List.of(new KeyValuePair("stage", "second"), new KeyValuePair("stage", "third")));

        assertThat(own.stage()).isEqualTo("first");
    }

    @Test
    void nothingIsHeldOfACallThatWasForgotten() {
        own.read(null, List.of(new KeyValuePair("path", "/health"), new KeyValuePair("method", "GET")));

        own.clear();

        assertThat(own.path()).isNull();
        assertThat(own.method()).isNull();
    }

    @Test
    void aKeyThatIsNullTellsNothing() {
        own.read(null, List.of(new KeyValuePair(null, "x"), new KeyValuePair("job_id", 7)));

        assertThat(own.jobId()).isEqualTo("7");
    }
}
