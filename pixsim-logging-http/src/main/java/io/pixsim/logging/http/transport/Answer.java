package io.pixsim.logging.http.transport;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Denied;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.TooLarge;
import io.pixsim.logging.http.transport.Outcome.Unstored;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What the PixSim endpoint said, and what it means.
 *
 * <ul>
 *   <li>2xx with fewer stored than sent: the backend of 2025 stores one by one and stops at the first bad event.
 *   <li>2xx with none stored, or 500: a bad event or a database that is down.
 *   <li>2xx that is neither JSON nor empty: a proxy or a login page answered, and nothing was stored.
 *   <li>400 that is not JSON: something between misunderstood the request; the events may well be good.
 * </ul>
 *
 * @param status the HTTP status
 * @param json whether the answer claims to be JSON
 * @param retryAfter the pause that the endpoint asked for
 * @param body the body of a 2xx answer; empty for any other
 */
record Answer(int status, boolean json, Duration retryAfter, ByteString body) {

    /** What is set up wrongly stays so until someone mends it. */
    static final Duration MISCONFIGURED_PAUSE = Duration.ofSeconds(10);

    Outcome outcome(int sent) {
        if (status >= 200 && status < 300) {
            return success(sent);
        }
        String reason = "HTTP " + status;
        return switch (status) {
            case 401, 403 -> new Denied(reason, retryAfter);
            case 413 -> new TooLarge(status);
            case 422 -> new Rejected(status, reason);
            case 400 -> json ? new Rejected(status, reason) : new Unstored(reason, retryAfter);
            case 500 -> new Unstored(reason, retryAfter);
            case 408, 425, 429 -> new Retryable(reason, retryAfter);
            default -> new Retryable(reason, status > 500 ? retryAfter : longer(retryAfter, MISCONFIGURED_PAUSE));
        };
    }

    private Outcome success(int sent) {
        if (!json && body.size() > 0 && body.getByte(0) != '{') {
            return new Retryable("an answer that is not of an ingest endpoint", MISCONFIGURED_PAUSE);
        }
        Map<String, @Nullable Object> members = members();
        int stored = stored(members, sent);
        return stored > 0 ? new Delivered(stored) : new Unstored("nothing stored", retryAfter);
    }

    /** The status has said yes already, so an answer that can't be read takes nothing back. */
    private Map<String, @Nullable Object> members() {
        try {
            return JsonReader.readObject(body.toByteArray());
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static int stored(Map<String, @Nullable Object> members, int sent) {
        Object count = members.get(Wire.COUNT);
        if (count instanceof Long n) {
            return (int) Math.max(0, Math.min(n, sent));
        }
        if (count instanceof BigInteger n && n.signum() < 0) {
            return 0;
        }
        return Boolean.FALSE.equals(members.get(Wire.SUCCESS)) ? 0 : sent;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
