package io.pixsim.logging.http.transport;

/**
 * What came of trying one endpoint.
 *
 * @param outcome what became of the events
 * @param reached whether any of them may have arrived
 * @param down whether the endpoint looks as if another one should be asked
 */
record Attempt(Outcome outcome, boolean reached, boolean down) {}
