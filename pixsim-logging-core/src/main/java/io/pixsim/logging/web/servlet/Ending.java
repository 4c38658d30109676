package io.pixsim.logging.web.servlet;

import java.util.concurrent.TimeoutException;

import io.pixsim.logging.web.LoggedRequest;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

/** How a request ends, whoever ends it: the thread that took it, or the container when an asynchronous one is done. */
final class Ending implements AsyncListener {

    /** Where Spring says which template a path fits. */
    private static final String SPRING_ROUTE = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    private static final int SERVER_FAILED = 500;

    private final LoggedRequest logged;
    private final HttpServletRequest request;
    private final CountingResponse response;
    private volatile int thrownStatus;

    Ending(LoggedRequest logged, HttpServletRequest request, CountingResponse response) {
        this.logged = logged;
        this.request = request;
        this.response = response;
    }

    /** Takes the status that the container will send, unless another one has gone out already. */
    void failed(Throwable failure, int status) {
        logged.failed(failure);
        if (!response.isCommitted()) {
            thrownStatus = status;
        }
    }

    void complete() {
        logged.status(thrownStatus > 0 ? thrownStatus : response.getStatus());
        logged.responseSize(thrownStatus > 0 ? -1 : size());
        String route = route();
        if (route != null) {
            logged.route(route);
        }
        logged.complete();
    }

    private long size() {
        return request.getMethod().equals("HEAD") ? 0 : response.size();
    }

    private @Nullable String route() {
        if (request.getAttribute(SPRING_ROUTE) instanceof String template) {
            return template;
        }
        HttpServletMapping mapping = request.getHttpServletMapping();
        MappingMatch match = mapping == null ? null : mapping.getMappingMatch();
        boolean tells = match == MappingMatch.EXACT
                || (match == MappingMatch.PATH && mapping.getPattern().length() > 2);
        return tells ? mapping.getPattern() : null;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        failed(new TimeoutException("the asynchronous request timed out"), SERVER_FAILED);
    }

    @Override
    public void onError(AsyncEvent event) {
        Throwable failure = event.getThrowable();
        if (failure != null) {
            failed(failure, SERVER_FAILED);
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {} // the request adds its listener whenever it is started again
}
