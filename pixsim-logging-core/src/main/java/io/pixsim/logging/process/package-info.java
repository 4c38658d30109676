/** Child processes, such as ffmpeg and Python: run with a deadline, their output logged, their failures told. */
@NullMarked
package io.pixsim.logging.process;

import org.jspecify.annotations.NullMarked;
