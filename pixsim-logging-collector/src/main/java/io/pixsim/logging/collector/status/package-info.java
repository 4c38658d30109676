/** How the collector itself is doing: as JSON for people's pages, and for Prometheus. */
@NullMarked
package io.pixsim.logging.collector.status;

import org.jspecify.annotations.NullMarked;
