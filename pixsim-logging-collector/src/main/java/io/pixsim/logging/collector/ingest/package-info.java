/** From a request's body to entries: parsed, cleaned, redacted, row by row. */
@NullMarked
package io.pixsim.logging.collector.ingest;

import org.jspecify.annotations.NullMarked;
