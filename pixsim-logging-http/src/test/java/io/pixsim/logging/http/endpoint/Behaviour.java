package io.pixsim.logging.http.endpoint;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How an endpoint treats a batch: what it keeps, and what it says. */
@FunctionalInterface
public interface Behaviour {

    /** Gives the events that are stored to the store. */
    Reply take(List<Event> batch, Store store);

    static Behaviour storing() {
        return (batch, store) -> {
            store.keep(batch);
            return Reply.stored(batch.size());
        };
    }

    static Behaviour always(Reply reply) {
        return (batch, store) -> reply;
    }

    /** Each of the replies once, then as the other. */
    static Behaviour first(List<Reply> replies, Behaviour then) {
        AtomicInteger next = new AtomicInteger();
        return (batch, store) -> {
            int turn = next.getAndIncrement();
            return turn < replies.size() ? replies.get(turn) : then.take(batch, store);
        };
    }

    /** All or nothing, with this reply when the batch holds a poisonous event: the backend of today. */
    static Behaviour refusing(Reply whenPoisoned) {
        return (batch, store) -> batch.stream().anyMatch(Event::poison)
                ? whenPoisoned
                : storing().take(batch, store);
    }

    /** One by one up to the first poisonous event, and always 200: the backend of 2025. */
    static Behaviour stoppingAtPoison() {
        return (batch, store) -> {
            List<Event> good =
                    batch.stream().takeWhile(event -> !event.poison()).toList();
            store.keep(good);
            return Reply.stored(good.size());
        };
    }
}
