/** The command: traces, tails and searches log files, for people. */
@NullMarked
package io.pixsim.logging.tool;

import org.jspecify.annotations.NullMarked;
