package io.pixsim.logging.http.transport;

import java.time.Duration;

import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Denied;
import io.pixsim.logging.http.transport.Outcome.Partial;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.TooLarge;
import io.pixsim.logging.http.transport.Outcome.Unstored;
import io.pixsim.logging.http.wire.AnswerBody;
import io.pixsim.logging.http.wire.Receipt;
import io.pixsim.logging.http.wire.WireFormat;

/**
 * What an endpoint said, and what it means.
 *
 * <ul>
 *   <li>2xx: what the format makes of it. None stored: a bad event or a database that is down.
 *   <li>400 that is not of an endpoint of the format: something between misunderstood the request; the events may well be
 *       good.
 *   <li>500: a bad event or a failing endpoint. OTLP says not to try again; but a 500 is how databases that are down look
 *       from outside, and losing events for that is worse.
 *   <li>Redirects are not followed: the credentials are for the endpoint that was named.
 * </ul>
 *
 * @param status the HTTP status
 * @param body what was said
 * @param tooLong whether that is only the start of it
 * @param retryAfter the pause that the endpoint asked for
 */
record Answer(int status, AnswerBody body, boolean tooLong, Duration retryAfter) {

    /** What is set up wrongly stays so until someone mends it. */
    static final Duration MISCONFIGURED_PAUSE = Duration.ofSeconds(10);

    boolean isYes() {
        return status >= 200 && status < 300;
    }

    /** Whether it may be the packing that was not understood. */
    boolean mayBeOfPacking() {
        return status == 400 || status == 415;
    }

    /** Whether the endpoint is there and only has no time. */
    boolean isBusy() {
        return status == 408 || status == 425 || status == 429;
    }

    Outcome outcome(Shipment shipment, WireFormat format) {
        if (isYes()) {
            return tooLong
                    ? new Unstored("an answer without an end", longer(MISCONFIGURED_PAUSE))
                    : stored(format.receipt(shipment.events(), body), shipment.size());
        }
        String reason = "HTTP " + status;
        return switch (status) {
            case 413 -> new TooLarge(status);
            case 422 -> new Rejected(status, format.complaint(body));
            case 400 ->
                format.isOwn(body) ? new Rejected(status, format.complaint(body)) : new Unstored(reason, retryAfter);
            case 401, 403, 407 -> new Denied(reason, longer(MISCONFIGURED_PAUSE));
            case 500 -> new Unstored(reason, retryAfter);
            default -> new Retryable(reason, status > 500 || isBusy() ? retryAfter : longer(MISCONFIGURED_PAUSE));
        };
    }

    private Outcome stored(Receipt receipt, int sent) {
        if (receipt instanceof Receipt.Stored stored) {
            return stored.count() > 0 ? new Delivered(stored.count()) : new Unstored("nothing stored", retryAfter);
        }
        if (receipt instanceof Receipt.Each each) {
            return each(each, sent);
        }
        if (receipt instanceof Receipt.Unreadable) {
            return new Unstored("an answer that can't be read", retryAfter);
        }
        return new Retryable("an answer that is not of such an endpoint", longer(MISCONFIGURED_PAUSE));
    }

    private Outcome each(Receipt.Each each, int sent) {
        if (each.again().size() < sent) {
            return new Partial(each.again(), each.refused(), each.reason());
        }
        return switch (each.cause()) {
            case DENIED -> new Denied("each event denied", longer(MISCONFIGURED_PAUSE));
            case FAILED -> new Unstored("no event taken", retryAfter);
            case NO_TIME -> new Retryable("no event taken", retryAfter);
        };
    }

    private Duration longer(Duration pause) {
        return retryAfter.compareTo(pause) > 0 ? retryAfter : pause;
    }
}
