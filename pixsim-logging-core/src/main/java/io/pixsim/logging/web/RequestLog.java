package io.pixsim.logging.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.pixsim.logging.gate.PathRules;
import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Logs requests: one event when a request starts, one when it is answered, with the same {@code request_id}, which what is
 * logged in between has too.
 *
 * <pre>{@code
 * RequestLog requests = RequestLog.of(log);
 *
 * requests.begin("POST", "/api/v1/generate", address, headers::getFirst).run(request -> {
 *     …
 *     request.status(202).responseSize(124);
 * });
 * }</pre>
 *
 * The id is that of the header {@code X-Request-ID} when it has 1 to 100 letters, digits and {@code . _ : -}, else a new
 * one; {@code trace_id}, {@code span_id} and {@code trace_flags} are those of a valid {@code traceparent}, unless a tracer
 * has bound its own.
 *
 * <p>The end is logged at level info, when it failed with a status from 400 or was slow at level warning, and at level
 * error with a status from 500 or when it threw. Both events are named {@code http_request}: which paths are left out, such
 * as {@code /health} and the polling of jobs, and which are sampled, the gate's rules decide; failed and slow ones pass
 * them. Immutable, safe for use by many threads; never throws but for null arguments.
 *
 * <p>Source: request logging and the filtered endpoints of the logging architecture.
 */
public final class RequestLog {

    private final Logger log;
    private final TrustedProxies proxies;
    private final Duration slow;
    private final @Nullable LongSupplier nanoTime;

    private RequestLog(Builder builder) {
        log = builder.log;
        proxies = builder.trustedProxies;
        slow = builder.slow;
        nanoTime = builder.nanoTime;
    }

    /**
     * Logs requests, trusting no proxy.
     *
     * @param log what they are logged through
     * @return the request log
     */
    public static RequestLog of(Logger log) {
        return builder(log).build();
    }

    /**
     * A request log with other settings.
     *
     * @param log what requests are logged through
     * @return a builder
     */
    public static Builder builder(Logger log) {
        return new Builder(Objects.requireNonNull(log, "log"));
    }

    /**
     * Takes note of a request and logs its start. Nothing stays bound to the thread: that is what {@link
     * LoggedRequest#run} and {@link LoggedRequest#bind} do.
     *
     * @param method the HTTP method
     * @param path the path as it was asked for; a query is left out
     * @param remoteAddress the address at the other end of the connection; null when the server knows none
     * @param headers looks up headers of the request
     * @return the request, to be completed
     */
    public LoggedRequest begin(String method, String path, @Nullable String remoteAddress, HeaderLookup headers) {
        Incoming incoming = Incoming.read(method, path, remoteAddress, headers, proxies);
        LoggedRequest request = new LoggedRequest(new RequestEvents(log, incoming, slow), nanoClock());
        request.logStart();
        return request;
    }

    /** Asked for each request: it may be a test's. */
    private LongSupplier nanoClock() {
        return nanoTime == null ? TestScope.currentNanoClock() : nanoTime;
    }

    /** Builds {@link RequestLog}. Not safe for use by many threads. */
    public static final class Builder {

        private final Logger log;
        private TrustedProxies trustedProxies = new TrustedProxies(List.of());
        private Duration slow = PathRules.SLOW;
        private @Nullable LongSupplier nanoTime;

        private Builder(Logger log) {
            this.log = log;
        }

        /**
         * Whose {@code X-Forwarded-For} is believed. Of the addresses in it, read from the end, the first that is none of
         * these is the client.
         *
         * @param networks addresses and networks, IPv4 or IPv6: {@code 10.0.0.0/8}, {@code ::1}; none unless set
         * @return this
         * @throws IllegalArgumentException when one is neither
         */
        public Builder trustedProxies(String... networks) {
            trustedProxies = new TrustedProxies(List.of(networks));
            return this;
        }

        /**
         * From when on a request is slow, and logged at level warning. What the gate keeps of paths that it leaves out
         * or samples has its own setting, {@code PIXSIM_LOG_SLOW_REQUEST}, with the same default.
         *
         * @param slow more than zero; 1 second unless set
         * @return this
         */
        public Builder slow(Duration slow) {
            if (slow.isNegative() || slow.isZero()) {
                throw new IllegalArgumentException("slow <= 0: " + slow);
            }
            this.slow = slow;
            return this;
        }

        Builder nanoTime(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
            return this;
        }

        /**
         * The request log.
         *
         * @return an immutable value
         */
        public RequestLog build() {
            return new RequestLog(this);
        }
    }
}
