package io.pixsim.logging.http;

import java.time.Duration;
import java.util.List;

import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Partial;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Shipment;
import io.pixsim.logging.http.transport.Transport;

/** Hands batches to a {@link Destination}. */
final class DestinationTransport implements Transport {

    private final Destination destination;

    DestinationTransport(Destination destination) {
        this.destination = destination;
    }

    @Override
    public Outcome send(Shipment shipment) {
        Taken taken = destination.take(shipment.id(), shipment.events());
        if (!taken.isStored()) {
            return new Retryable(taken.reason(), Duration.ZERO);
        }
        return taken.refused().isEmpty()
                ? new Delivered(shipment.size())
                : new Partial(List.of(), taken.refused(), taken.reason());
    }

    @Override
    public void close() {
        destination.close();
    }
}
