/**
 * Files that events are written to in the background and that are rotated, compressed and, when their time has come,
 * deleted: {@link io.pixsim.logging.rolling.LogFileAppender}. Callers only copy a line into memory; what goes wrong with a
 * disk is met by one thread for each appender, and counted.
 */
@NullMarked
package io.pixsim.logging.rolling;

import org.jspecify.annotations.NullMarked;
