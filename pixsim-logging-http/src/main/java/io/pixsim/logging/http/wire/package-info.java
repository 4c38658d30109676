/**
 * How a batch is written, and what the answer to it says, in each of the formats that endpoints take. {@link
 * io.pixsim.logging.http.wire.WireFormat} is the seam; a format is one class and knows of bytes alone, not of HTTP.
 */
@NullMarked
package io.pixsim.logging.http.wire;

import org.jspecify.annotations.NullMarked;
