/** What an event costs, here and with the peers: the events, the encoders, the benchmarks, the report. */
@NullMarked
package io.pixsim.logging.benchmarks;

import org.jspecify.annotations.NullMarked;
