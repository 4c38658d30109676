/**
 * A real ingest endpoint on a loopback port: {@link io.pixsim.logging.test.ingest.IngestServer} records what arrives and
 * answers badly on command; {@link io.pixsim.logging.test.ingest.WireRules} tells what is wrong with an event.
 */
@NullMarked
package io.pixsim.logging.test.ingest;

import org.jspecify.annotations.NullMarked;
