package io.pixsim.logging.collector.ingest.bulk;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for with one document.
 *
 * @param action its name
 * @param index where it was to go, or null
 * @param id what the document is known by, or null
 */
public record BulkItem(
        String action, @Nullable String index, @Nullable String id) {}
