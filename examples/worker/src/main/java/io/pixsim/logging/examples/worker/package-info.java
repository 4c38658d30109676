/**
 * The demonstration: real jobs through a real provider, and what the log tells about them. Start reading at {@link
 * io.pixsim.logging.examples.worker.Demo}; how a worker logs is in {@link
 * io.pixsim.logging.examples.worker.pipeline}.
 */
@NullMarked
package io.pixsim.logging.examples.worker;

import org.jspecify.annotations.NullMarked;
