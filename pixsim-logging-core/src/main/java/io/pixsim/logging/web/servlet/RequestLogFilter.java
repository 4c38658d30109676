package io.pixsim.logging.web.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.Optional;

import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.web.LoggedRequest;
import io.pixsim.logging.web.RequestLog;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * {@link RequestLog} for servlet containers, Jakarta Servlet 6.0 and newer. To be the first filter, for {@code /*}, with
 * asynchronous requests supported; for dispatcher types {@code REQUEST} and {@code ASYNC}, the latter so that what is
 * logged after a dispatch has the request's context, too. Tasks for {@code AsyncContext.start} and listeners that write have
 * the context of who hands them over.
 *
 * <p>The answer carries the request's id as {@code X-Request-ID}. The end of an asynchronous request is logged when it
 * completes. The size of the body is counted as it goes by, nothing is held back; it is left out where the container
 * writes an error page. When the application throws, the status is 500, or the one that had already gone to the client.
 *
 * <p>Parameters, where the container makes the filter: {@code logger}, the logger's name, {@code http} unless set;
 * {@code trustedProxies}, addresses and networks with commas between; when one can't be read, none is trusted. Safe for use
 * by many threads.
 */
public final class RequestLogFilter implements Filter {

    private static final String ATTRIBUTE = LoggedRequest.class.getName();
    private static final String ENDING = Ending.class.getName();
    private static final String REQUEST_ID = "X-Request-ID";

    private @Nullable RequestLog requests;

    /** A filter that reads its parameters when the container starts it. */
    public RequestLogFilter() {}

    /**
     * A filter with settings of its own; parameters do not count.
     *
     * @param requests logs the requests
     */
    public RequestLogFilter(RequestLog requests) {
        this.requests = requests;
    }

    /**
     * The request that is being answered, to tell it of its route, a failed authentication, or fields of its own.
     *
     * @param request what the servlet was handed
     * @return the logged request, or empty when no filter of this kind is before the servlet
     */
    public static Optional<LoggedRequest> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof LoggedRequest logged ? Optional.of(logged) : Optional.empty();
    }

    @Override
    public void init(FilterConfig config) {
        if (requests == null) {
            String logger = config.getInitParameter("logger");
            RequestLog.Builder builder = RequestLog.builder(LoggerFactory.getLogger(logger == null ? "http" : logger));
            trust(config.getInitParameter("trustedProxies"), builder);
            requests = builder.build();
        }
    }

    private static void trust(@Nullable String proxies, RequestLog.Builder builder) {
        if (proxies == null || proxies.isBlank()) {
            return;
        }
        try {
            builder.trustedProxies(proxies.strip().split("\\s*,\\s*", -1));
        } catch (IllegalArgumentException e) { // an application must not fail for its logging
            Diagnostics.shared().setting("trustedProxies can't be read, trusting none: " + e.getMessage());
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestLog log = requests;
        if (log == null
                || !(request instanceof HttpServletRequest http)
                || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<LoggedRequest> begun = of(request);
        if (begun.isPresent()) { // dispatched again: to a thread that has not yet bound it
            goOn(begun.get(), request, response, chain);
            return;
        }
        LoggedRequest logged =
                log.begin(http.getMethod(), http.getRequestURI(), http.getRemoteAddr(), name -> header(http, name));
        http.setAttribute(ATTRIBUTE, logged);
        answer.setHeader(REQUEST_ID, logged.id());
        answer(logged, http, answer, chain);
    }

    private static void answer(
            LoggedRequest logged, HttpServletRequest http, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CountingResponse counting = new CountingResponse(response);
        Ending ending = new Ending(logged, http, counting);
        http.setAttribute(ENDING, ending);
        WatchedRequest watched = new WatchedRequest(http, counting, ending);
        try (LogContext.Scope scope = logged.bind()) {
            chain.doFilter(watched, counting);
        } catch (Throwable e) { // told, and thrown on as it is
            if (watched.isLeftToOthers()) {
                ending.failedLater(e);
            } else {
                ending.failed(e, status(e));
            }
            throw e;
        } finally {
            if (!watched.isLeftToOthers()) {
                ending.complete();
            }
        }
    }

    /** Not every container tells a listener what is thrown here. */
    private static void goOn(LoggedRequest logged, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (LogContext.Scope scope = logged.bind()) {
            chain.doFilter(request, response);
        } catch (Throwable e) { // told, and thrown on as it is
            if (request.getAttribute(ENDING) instanceof Ending ending) {
                ending.failedLater(e);
            }
            throw e;
        }
    }

    private static int status(Throwable failure) {
        if (failure instanceof UnavailableException gone) {
            return gone.isPermanent() ? 404 : 503;
        }
        return 500;
    }

    /** Of a header that comes more than once, all values: a proxy may add one of its own to what a client sent. */
    private static @Nullable String header(HttpServletRequest request, String name) {
        String first = request.getHeader(name);
        return first == null || !name.equals("X-Forwarded-For")
                ? first
                : String.join(",", Collections.list(request.getHeaders(name)));
    }
}
