/** Canaries: synthetic secrets that are planted wherever a program can put one, and must be seen in no sink. */
@NullMarked
package io.pixsim.logging.test.canary;

import org.jspecify.annotations.NullMarked;
