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
    private volatile boolean timedOut;
    private volatile boolean failedLater;

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

    /** After the thread that took the request has left it to others: the status is what the container makes of it. */
    void failedLater(Throwable failure) {
        logged.failed(failure);
        failedLater = true;
    }

    void complete() {
        int status = thrownStatus > 0 ? thrownStatus : response.getStatus();
        if (timedOut && status >= SERVER_FAILED) { // else the program had an answer for that
            failedLater(new TimeoutException("the asynchronous request timed out"));
        }
        boolean pageOfContainer = thrownStatus > 0 || (failedLater && status >= SERVER_FAILED && response.size() == 0);
        logged.status(status);
        logged.responseSize(pageOfContainer ? -1 : size());
        String route = route();
        if (route != null && logged.route().isEmpty()) { // what the program says is closer
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
        timedOut = true;
    }

    @Override
    public void onError(AsyncEvent event) {
        Throwable failure = event.getThrowable();
        if (failure != null) {
            failedLater(failure);
        }
    }

    /** A container forgets its listeners each time; twice does no harm. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
