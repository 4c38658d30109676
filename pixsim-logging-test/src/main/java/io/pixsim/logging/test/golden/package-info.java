/** Lines that are compared with those of a file. */
@NullMarked
package io.pixsim.logging.test.golden;

import org.jspecify.annotations.NullMarked;
