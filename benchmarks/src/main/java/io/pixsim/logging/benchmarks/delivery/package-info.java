/** What whole appenders make of a call, an endpoint and its faults: ours and the peers', each in a JVM of its own. */
@NullMarked
package io.pixsim.logging.benchmarks.delivery;

import org.jspecify.annotations.NullMarked;
