package io.pixsim.logging.http.endpoint;

import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.Headers;

/** A request as it arrived. */
public record Received(
        String method, String protocol, int clientPort, Headers headers, List<Map<?, ?>> logs, long atNanos) {

    public List<Event> events() {
        return logs.stream().map(Event::of).toList();
    }
}
