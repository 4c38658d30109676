package io.pixsim.logging.reference;

import java.io.IOException;

import io.pixsim.logging.encode.Dialect;
import org.junit.jupiter.api.Test;

/** What is written down about events is what the catalog says. */
class ReferenceTest {

    @Test
    void theFieldsAreThoseOfTheCatalog() throws IOException {
        Reference.check("fields.md", FieldsPage.text());
    }

    @Test
    void theStagesAreThoseOfTheCatalog() throws IOException {
        Reference.check("stages.md", StagesPage.text());
    }

    @Test
    void theSchemasAreThoseOfTheCatalog() throws IOException {
        Reference.check("schema/event.schema.json", EventSchema.text(Dialect.LINES));
        Reference.check("schema/batch-event.schema.json", EventSchema.text(Dialect.PIXSIM_BATCH));
    }
}
