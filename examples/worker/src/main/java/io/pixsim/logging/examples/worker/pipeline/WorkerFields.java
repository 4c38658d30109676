package io.pixsim.logging.examples.worker.pipeline;

import io.pixsim.logging.catalog.AnyField;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.IntegerField;
import io.pixsim.logging.catalog.TextField;

/** What this worker logs beside the fields of the catalog. */
final class WorkerFields {

    static final AnyField PARAMS = Field.any("params", "What the provider is asked for");
    static final IntegerField FRAMES = Field.integer("frames", "Pictures to render");
    static final IntegerField PROGRESS = Field.integer("progress", "Per cent rendered");
    static final TextField STATUS = Field.text("status", "What the provider says");
    static final IntegerField BYTES = Field.integer("bytes", "Size of the artifact");
    static final TextField PATH = Field.text("path", "Where the artifact is");

    private WorkerFields() {}
}
