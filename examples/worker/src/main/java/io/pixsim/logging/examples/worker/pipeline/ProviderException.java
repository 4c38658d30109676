package io.pixsim.logging.examples.worker.pipeline;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The provider did not do what it was asked for. */
final class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;
    private final Duration retryAfter;

    private ProviderException(String message, @Nullable Throwable cause, boolean retryable, Duration retryAfter) {
        super(message, cause);
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    static ProviderException refused(int status, ProviderError error, Duration retryAfter) {
        return new ProviderException("provider answered " + status, error, status == 429 || status >= 500, retryAfter);
    }

    static ProviderException unreachable(String what, Throwable cause) {
        return new ProviderException(what, cause, true, Duration.ZERO);
    }

    static ProviderException generationFailed(String providerJobId, ProviderError error) {
        return new ProviderException("generation " + providerJobId + " failed", error, false, Duration.ZERO);
    }

    boolean retryable() {
        return retryable;
    }

    /** What the provider asked to wait, zero when it did not say. */
    Duration retryAfter() {
        return retryAfter;
    }
}
