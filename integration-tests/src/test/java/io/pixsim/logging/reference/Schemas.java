package io.pixsim.logging.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.pixsim.logging.encode.Dialect;

/** The schemas, ready to judge. */
record Schemas(Schema schema) {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schemas LINES = new Schemas(REGISTRY.getSchema(EventSchema.text(Dialect.LINES)));
    private static final Schemas BATCH = new Schemas(REGISTRY.getSchema(EventSchema.text(Dialect.PIXSIM_BATCH)));

    static Schemas of(Dialect dialect) {
        return dialect == Dialect.LINES ? LINES : BATCH;
    }

    List<Error> errors(String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    void assertValid(String json) {
        assertThat(errors(json)).as(json).isEmpty();
    }
}
