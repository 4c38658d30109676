/** OpenTelemetry's log records, in Protocol Buffers and in JSON, as events in the names of the house. */
@NullMarked
package io.pixsim.logging.collector.ingest.otlp;

import org.jspecify.annotations.NullMarked;
