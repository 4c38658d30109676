package io.pixsim.logging.http.delivery;

import io.pixsim.logging.http.transport.Outcome;

/**
 * What a lane has learnt.
 *
 * @param lane which one
 * @param piece what it sent
 * @param outcome what became of it
 * @param nanos how long that took
 */
record Answered(Lane lane, Piece piece, Outcome outcome, long nanos) {}
