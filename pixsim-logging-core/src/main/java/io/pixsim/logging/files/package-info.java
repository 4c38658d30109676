/**
 * Reads log files back: their end, what is being written to them, and events by query over plain, rotated and compressed
 * files. Knows no sink and no logger; {@link io.pixsim.logging.files.LogFiles} is the face.
 */
@NullMarked
package io.pixsim.logging.files;

import org.jspecify.annotations.NullMarked;
