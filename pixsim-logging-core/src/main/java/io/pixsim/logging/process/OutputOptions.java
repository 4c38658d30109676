package io.pixsim.logging.process;

import java.nio.charset.Charset;

import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an output.
 *
 * @param level of its lines; null when they are not logged
 * @param maxLines that are logged at the most
 * @param maxLineLength characters; what is longer is cut
 * @param tail characters
 */
record OutputOptions(@Nullable Severity level, int maxLines, int maxLineLength, int tail, Charset charset) {}
