package io.pixsim.logging.web.client;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.ContextSnapshot;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.testing.TestScope;
import io.pixsim.logging.web.HeaderLookup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Logs calls to a provider: one event for each, at its end, with {@code provider_id}, {@code stage}, {@code method},
 * {@code url}, {@code status}, {@code duration_ms}, {@code request_size}, {@code response_size}, chosen headers, and the
 * context of who made the call, whatever thread ends it. Bodies are counted, never read.
 *
 * <pre>{@code
 * CallLog calls = CallLog.builder(log).provider("pixverse").build();
 * HttpClient http = LoggedHttpClient.of(HttpClient.newHttpClient(), calls);
 *
 * try (var attempt = LogContext.with(STAGE.of("provider:submit"), ATTEMPT.of(1))) {
 *     http.send(request, BodyHandlers.ofString());
 * }
 * }</pre>
 *
 * Which attempt a call is, only the program knows: it is what {@code attempt} the context binds. The same goes for the
 * stage, and only where the context binds none, that of the builder is taken.
 *
 * <p>The level is info; warning when the provider asks to come back later (status 408, 429, 503) or does not answer in time;
 * error with any other status from 400 or exception. A call that the program cancels itself is info.
 *
 * <p>Immutable, safe for use by many threads; never throws but for null arguments.
 */
public final class CallLog {

    private final Logger log;
    private final @Nullable String provider;
    private final Function<URI, @Nullable Stage> stage;
    private final CallHeaders headers;
    private final boolean query;
    private final @Nullable LongSupplier nanoTime;

    private CallLog(Builder builder) {
        log = builder.log;
        provider = builder.provider;
        stage = builder.stage;
        headers = new CallHeaders(builder.requestHeaders, builder.responseHeaders, builder.propagate);
        query = builder.query;
        nanoTime = builder.nanoTime;
    }

    /**
     * How calls are logged.
     *
     * @param log what they are logged through
     * @return a builder
     */
    public static Builder builder(Logger log) {
        return new Builder(Objects.requireNonNull(log, "log"));
    }

    /**
     * Takes note of a call and of the context of this thread; for HTTP clients that this library does not know.
     * A call that may outlive the scope of its job does not keep the job from ending; taking the context along does, see
     * {@link ContextSnapshot#capture}.
     *
     * @param method the HTTP method
     * @param url where the call goes
     * @param requestHeaders looks up headers of the request
     * @return the call, to be completed
     */
    public LoggedCall begin(String method, URI url, HeaderLookup requestHeaders) {
        CallEvents events = new CallEvents(
                log,
                provider,
                stageOf(Objects.requireNonNull(url, "url")),
                Objects.requireNonNull(method, "method"),
                CallUrl.shown(url, query));
        return new LoggedCall(events, headers, requestHeaders, nanoClock());
    }

    /** Asked for each call: it may be a test's. */
    private LongSupplier nanoClock() {
        return nanoTime == null ? TestScope.currentNanoClock() : nanoTime;
    }

    private @Nullable Stage stageOf(URI url) {
        try {
            return stage.apply(url);
        } catch (RuntimeException
                | StackOverflowError
                | LinkageError e) { // the program's own code; the call matters more than its stage
            Diagnostics.shared()
                    .trouble("the stage of a call could not be told: "
                            + e.getClass().getName());
            return null;
        }
    }

    /** Builds {@link CallLog}. Not safe for use by many threads. */
    public static final class Builder {

        private final Logger log;
        private @Nullable String provider;
        private Function<URI, @Nullable Stage> stage = url -> null;
        private List<String> requestHeaders = List.of();
        private List<String> responseHeaders = List.of("Content-Type", "Retry-After", "X-Request-ID");
        private boolean propagate = true;
        private boolean query;
        private @Nullable LongSupplier nanoTime;

        private Builder(Logger log) {
            this.log = log;
        }

        /**
         * Whom the calls go to.
         *
         * @param providerId {@code pixverse}, {@code sora}, …; that of the context unless set
         * @return this
         */
        public Builder provider(String providerId) {
            provider = Objects.requireNonNull(providerId, "providerId");
            return this;
        }

        /**
         * What the calls are for, where the context binds no {@code stage}.
         *
         * @param stage the stage of all calls; none unless set
         * @return this
         */
        public Builder stage(Stage stage) {
            Objects.requireNonNull(stage, "stage");
            return stage(url -> stage);
        }

        /**
         * What a call is for, by its URL, where the context binds no {@code stage}.
         *
         * @param stage null for a URL of which it can't tell
         * @return this
         */
        public Builder stage(Function<URI, @Nullable Stage> stage) {
            this.stage = Objects.requireNonNull(stage, "stage");
            return this;
        }

        /**
         * Which headers of a request are shown, those under sensitive names masked.
         *
         * @param names the headers; none unless set
         * @return this
         */
        public Builder requestHeaders(String... names) {
            requestHeaders = List.of(names);
            return this;
        }

        /**
         * Which headers of an answer are shown, those under sensitive names masked.
         *
         * @param names the headers; {@code Content-Type}, {@code Retry-After} and {@code X-Request-ID} unless set
         * @return this
         */
        public Builder responseHeaders(String... names) {
            responseHeaders = List.of(names);
            return this;
        }

        /**
         * Whether the URL is shown with its query, secrets in it masked. Not so unless set: a query may hold what people
         * wrote.
         *
         * @param shown true to show it
         * @return this
         */
        public Builder query(boolean shown) {
            query = shown;
            return this;
        }

        /**
         * Whether calls carry {@code X-Request-ID} and {@code traceparent} of the context, where the program has not set
         * them itself.
         *
         * @param carried true unless set
         * @return this
         */
        public Builder propagate(boolean carried) {
            propagate = carried;
            return this;
        }

        Builder nanoTime(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
            return this;
        }

        /**
         * The call log.
         *
         * @return an immutable value
         */
        public CallLog build() {
            return new CallLog(this);
        }
    }
}
