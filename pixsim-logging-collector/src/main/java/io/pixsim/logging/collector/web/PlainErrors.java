package io.pixsim.logging.collector.web;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, such as a header that is too long, in the shape of all other errors. */
final class PlainErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Reply reply = Reply.error(status, "http_" + status, "refused by the HTTP server");
        new Exchange(request, response, callback, new BodyBudget(0)).reply(reply);
        return true;
    }
}
