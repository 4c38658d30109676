/** What is recorded on some threads and read, or waited for, on others. */
@NullMarked
package io.pixsim.logging.test.recording;

import org.jspecify.annotations.NullMarked;
