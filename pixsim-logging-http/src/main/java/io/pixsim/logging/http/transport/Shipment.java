package io.pixsim.logging.http.transport;

import java.util.List;

/**
 * What is sent in one request.
 *
 * @param id the same for each try with the same events, and never for others
 * @param events finished events, at least one; neither the list nor an event changes any more
 */
public record Shipment(String id, List<byte[]> events) {}
