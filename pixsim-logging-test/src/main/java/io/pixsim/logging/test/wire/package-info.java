/** Reads events out of requests, whatever format they are in: not the way the forwarder writes them, but what was agreed on. */
@NullMarked
package io.pixsim.logging.test.wire;

import org.jspecify.annotations.NullMarked;
