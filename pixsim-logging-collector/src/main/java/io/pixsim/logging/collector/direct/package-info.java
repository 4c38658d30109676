/** Direct ingestion: a program's own events, by its forwarder, into a database without a collector. */
@NullMarked
package io.pixsim.logging.collector.direct;

import org.jspecify.annotations.NullMarked;
