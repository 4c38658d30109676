/**
 * What waits to be sent: finished bytes, bounded in events and in bytes until an endpoint has them. No thread, no I/O and
 * no clock in here.
 */
@NullMarked
package io.pixsim.logging.http.queue;

import org.jspecify.annotations.NullMarked;
