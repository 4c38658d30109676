package io.pixsim.logging.http.client;

import java.io.InterruptedIOException;

import io.pixsim.logging.web.client.LoggedCall;
import okhttp3.Call;

/** How a call of OkHttp's ends. */
final class Ending {

    private final Call made;
    private final LoggedCall logged;
    private final long start = System.nanoTime();

    Ending(Call made, LoggedCall logged) {
        this.made = made;
        this.logged = logged;
    }

    LoggedCall logged() {
        return logged;
    }

    /** Logs a call that failed, or was given up by the program. */
    void failed(Throwable failure) {
        if (made.isCanceled()) {
            if (ranOutOfTime()) {
                logged.failed(new InterruptedIOException("timeout"));
            } else {
                logged.cancelled();
            }
        }
        logged.failed(failure);
        logged.complete();
    }

    /**
     * A call that runs out of time is cancelled, too, and said to have done so only outside of interceptors. The last tenth
     * of its time counts: it began a little before any interceptor.
     */
    private boolean ranOutOfTime() {
        long allowed = made.timeout().timeoutNanos();
        return allowed > 0 && System.nanoTime() - start >= allowed - allowed / 10;
    }
}
