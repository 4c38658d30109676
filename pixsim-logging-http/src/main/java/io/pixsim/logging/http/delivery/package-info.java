/**
 * Joins queue and transport: one thread that takes batches, sends them, and decides what an answer means for each event.
 * {@link io.pixsim.logging.http.delivery.Forwarder} is its face.
 */
@NullMarked
package io.pixsim.logging.http.delivery;

import org.jspecify.annotations.NullMarked;
