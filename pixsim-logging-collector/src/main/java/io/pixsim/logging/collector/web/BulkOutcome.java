package io.pixsim.logging.collector.web;

import io.pixsim.logging.collector.ingest.bulk.BulkItem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one document, as a search engine says it. Events are never changed: of those that are known by one id the first
 * stays. So to create one once more is a conflict, and to index it once more changes nothing, where a search engine would
 * replace it.
 *
 * @param status as of a request of its own
 * @param result what was done, or null when nothing could be
 * @param error the kind of failure, or null when there is none
 * @param reason why, or null
 */
record BulkOutcome(
        int status,
        @Nullable String result,
        @Nullable String error,
        @Nullable String reason) {

    static final BulkOutcome CREATED = new BulkOutcome(201, "created", null, null);
    private static final BulkOutcome NOTHING_DONE = new BulkOutcome(200, "noop", null, null);

    /** One that is no event. */
    static BulkOutcome refused(String reason) {
        return new BulkOutcome(400, null, "document_parsing_exception", "the document is " + reason);
    }

    /** One that was stored before. A sender who gave it no id could not know, and is told no conflict. */
    static BulkOutcome repeated(BulkItem item) {
        return item.id() == null || !item.action().equals("create")
                ? NOTHING_DONE
                : new BulkOutcome(
                        409,
                        null,
                        "version_conflict_engine_exception",
                        "[" + item.id() + "]: version conflict, document already exists");
    }
}
