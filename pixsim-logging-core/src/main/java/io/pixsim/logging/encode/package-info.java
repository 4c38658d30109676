/**
 * Turns an event into text: JSON lines and the human format. One class alone writes separators and escapes, and raw
 * values reach it only through the redactor.
 */
@NullMarked
package io.pixsim.logging.encode;

import org.jspecify.annotations.NullMarked;
