/** What the collector asks of a store, whichever it is. */
@NullMarked
package io.pixsim.logging.collector.store;

import org.jspecify.annotations.NullMarked;
