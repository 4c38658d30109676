/** Job request files: what a job folder holds, read and checked. */
@NullMarked
package io.pixsim.logging.examples.worker.job;

import org.jspecify.annotations.NullMarked;
