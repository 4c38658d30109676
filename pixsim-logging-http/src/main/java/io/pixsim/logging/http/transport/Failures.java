package io.pixsim.logging.http.transport;

import java.io.InterruptedIOException;
import java.security.cert.CertificateException;
import java.time.Duration;

import javax.net.ssl.SSLPeerUnverifiedException;

import io.pixsim.logging.http.transport.Outcome.Retryable;
import org.jspecify.annotations.Nullable;

/** What it means that there was no answer. What an exception says may quote what was sent, so its kind is told alone. */
final class Failures {

    private static final int MOST_CAUSES = 10;

    private Failures() {}

    static Outcome outcome(Exception failure) {
        if (isOfCertificate(failure)) {
            // Stays so until someone mends it.
            return new Retryable("a certificate that is not trusted", Answer.MISCONFIGURED_PAUSE);
        }
        boolean late = failure instanceof InterruptedIOException;
        return new Retryable(late ? "no answer in time" : failure.getClass().getSimpleName(), Duration.ZERO);
    }

    private static boolean isOfCertificate(Exception failure) {
        @Nullable Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
