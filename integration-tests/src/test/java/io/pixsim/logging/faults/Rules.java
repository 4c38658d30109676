package io.pixsim.logging.faults;

import java.util.List;
import java.util.Map;

import io.pixsim.logging.faults.FaultyEndpoint.Reply;

/** What an endpoint thinks of a batch. */
@FunctionalInterface
interface Rules {

    Rules ANY = (body, stored) -> store(FaultyEndpoint.events(body), stored);

    Reply judge(byte[] body, Ledger stored);

    /** All or nothing, with this status when one of the events is poisonous: the backend of today. */
    static Rules refusing(int status, long poison) {
        return (body, stored) -> {
            List<Map<?, ?>> events = FaultyEndpoint.events(body);
            return events.stream().anyMatch(event -> isPoison(event, poison))
                    ? Reply.json(status, "{\"detail\":\"bad value\"}")
                    : store(events, stored);
        };
    }

    /** One by one up to the poisonous event, and always 200: the backend of 2025. */
    static Rules stoppingAt(long poison) {
        return (body, stored) -> store(
                FaultyEndpoint.events(body).stream()
                        .takeWhile(event -> !isPoison(event, poison))
                        .toList(),
                stored);
    }

    /** 413 to what is larger. */
    static Rules upTo(int bytes) {
        return (body, stored) -> body.length > bytes
                ? new Reply(413, "text/html", "<html>Request Entity Too Large</html>")
                : ANY.judge(body, stored);
    }

    private static boolean isPoison(Map<?, ?> event, long poison) {
        return Long.valueOf(poison).equals(event.get(Numbered.NUMBER.name()));
    }

    private static Reply store(List<Map<?, ?>> events, Ledger stored) {
        stored.store(events);
        return Reply.json(200, "{\"success\":true,\"count\":" + events.size() + "}");
    }
}
