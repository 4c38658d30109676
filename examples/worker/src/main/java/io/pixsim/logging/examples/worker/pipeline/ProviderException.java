package io.pixsim.logging.examples.worker.pipeline;

import java.time.Duration;

/** The provider did not do what it was asked for. */
final class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;
    private final Duration retryAfter;

    private ProviderException(
            String message, Throwable cause, boolean retryable, Duration retryAfter, boolean withStack) {
        super(message, cause, false, withStack);
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    /** An answer to expect now and then: where it was received is of no interest. */
    static ProviderException refused(int status, ProviderError error, Duration retryAfter) {
        boolean retryable = status == 429 || status >= 500;
        return new ProviderException("provider answered " + status, error, retryable, retryAfter, false);
    }

    static ProviderException unreachable(String what, Throwable cause) {
        return new ProviderException(what, cause, true, Duration.ZERO, true);
    }

    static ProviderException generationFailed(String providerJobId, ProviderError error) {
        return new ProviderException("generation " + providerJobId + " failed", error, false, Duration.ZERO, true);
    }

    boolean retryable() {
        return retryable;
    }

    /** What the provider asked to wait, zero when it did not say. */
    Duration retryAfter() {
        return retryAfter;
    }
}
