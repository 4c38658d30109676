package io.pixsim.logging.web.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Notices when a request becomes asynchronous, at the moment it does: whoever asks later may find it completed. What is
 * then written through the context of the asynchronous request is counted, too.
 */
final class WatchedRequest extends HttpServletRequestWrapper {

    private final CountingResponse response;
    private final Ending ending;
    private volatile boolean leftToOthers;

    WatchedRequest(HttpServletRequest request, CountingResponse response, Ending ending) {
        super(request);
        this.response = response;
        this.ending = ending;
    }

    /** Whether the container will tell when the request is done. */
    boolean isLeftToOthers() {
        return leftToOthers;
    }

    @Override
    public AsyncContext startAsync() {
        return watched(super.startAsync(this, response));
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return watched(super.startAsync(request, response));
    }

    @Override
    public AsyncContext getAsyncContext() {
        return new AsyncWithContext(super.getAsyncContext());
    }

    private AsyncContext watched(AsyncContext context) {
        context.addListener(ending);
        leftToOthers = true;
        return new AsyncWithContext(context);
    }
}
