package io.pixsim.logging.http.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.http.transport.Outcome.Denied;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.Setback;
import io.pixsim.logging.http.transport.Outcome.Unstored;
import io.pixsim.logging.http.transport.RequestHeaders.SupplierFailedException;
import io.pixsim.logging.http.wire.AnswerBody;
import io.pixsim.logging.http.wire.WireFormat;
import io.pixsim.logging.sink.EndpointOptions;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** One endpoint: writes a batch in its format, posts it, and says what the answer means. For one thread. */
final class HttpEndpoint {

    private static final AnswerBody EMPTY =
            new AnswerBody("application/json", "{}".getBytes(StandardCharsets.US_ASCII));

    private final Calls calls;
    private final WireFormat format;
    private final Request template;
    private final RequestHeaders headers;
    private final Packing packing;
    private final String place;

    private final Body.Buffers buffers = new Body.Buffers();

    HttpEndpoint(HttpUrl url, EndpointOptions options, Calls calls) {
        this.calls = calls;
        this.format = Formats.of(url, options);
        this.headers = new RequestHeaders(url, options.credentials());
        this.packing = new Packing(options.compression(), format.packsWell());
        this.place = url.host() + ":" + url.port();
        this.template = template(Formats.request(url, options), proxyAuthorization(url, options));
    }

    private static Request template(HttpUrl url, Optional<String> proxyAuthorization) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("User-Agent", "pixsim-logging-java")
                .header("Accept", "*/*")
                // Answers are short: not worth unpacking.
                .header("Accept-Encoding", "identity");
        proxyAuthorization.ifPresent(value -> request.header("Proxy-Authorization", value));
        return request.build();
    }

    /** Only without TLS does the proxy see the request itself; the endpoint must not. */
    private static Optional<String> proxyAuthorization(HttpUrl url, EndpointOptions options) {
        return url.isHttps() ? Optional.empty() : options.connection().proxy().flatMap(Clients::proxyAuthorization);
    }

    Attempt send(Shipment shipment) {
        Body whole = new Body(format, shipment.events(), buffers);
        boolean packs = packing.packs(whole.length());
        OneShotBody body = packs ? whole.packed() : whole.plain();
        try {
            Answer answer = answer(shipment, whole, body, packs);
            Outcome outcome = at(answer.outcome(shipment, format));
            return new Attempt(outcome, true, outcome instanceof Retryable && !answer.isBusy());
        } catch (SupplierFailedException e) {
            Outcome outcome = new Denied("no headers: " + e.getMessage(), Answer.MISCONFIGURED_PAUSE);
            return new Attempt(at(outcome), true, false);
        } catch (IOException e) {
            return new Attempt(at(Failures.outcome(e)), body.hasBegun(), true);
        } catch (RuntimeException e) {
            // Not of the network: one of the events may be what can't be written.
            return new Attempt(at(new Unstored(e.getClass().getSimpleName(), Duration.ZERO)), body.hasBegun(), false);
        }
    }

    /** What this comes to is of no interest. */
    void warmUp() {
        format.receipt(List.of(), EMPTY);
    }

    /** The answer; after one that may have been about who is sending, or about the packing, the second one. */
    private Answer answer(Shipment shipment, Body whole, OneShotBody body, boolean packs)
            throws IOException, SupplierFailedException {
        Answer answer = post(shipment, body, packs);
        if (answer.status() == 401 && headers.refresh()) {
            answer = post(shipment, body, packs);
        }
        if (packs && answer.mayBeOfPacking()) {
            answer = post(shipment, whole.plain(), false);
            if (!answer.mayBeOfPacking()) {
                packing.refused();
            }
        }
        return answer;
    }

    private Answer post(Shipment shipment, OneShotBody body, boolean packs)
            throws IOException, SupplierFailedException {
        Request.Builder request = template.newBuilder().post(body).header(Wire.BATCH_ID_HEADER, shipment.id());
        headers.addTo(request);
        if (packs) {
            request.header("Content-Encoding", "gzip");
        }
        try (Response response = calls.execute(request.build())) {
            packing.told(response.header("Accept-Encoding"));
            return AnswerReader.read(response, format.mostAnswerBytes(shipment.size()));
        } finally {
            calls.ended();
        }
    }

    private Outcome at(Outcome outcome) {
        if (!(outcome instanceof Setback setback)) {
            return outcome;
        }
        String reason = setback.reason() + " at " + place;
        Duration pause = setback.leastPause();
        if (setback instanceof Unstored) {
            return new Unstored(reason, pause);
        }
        return setback instanceof Denied ? new Denied(reason, pause) : new Retryable(reason, pause);
    }
}
