/** What the collector takes and answers, from outside: over HTTP, against a process of its own. */
@NullMarked
package io.pixsim.logging.benchmarks.collector;

import org.jspecify.annotations.NullMarked;
