package io.pixsim.logging.collector.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * A body that nobody wants, as its request was refused by the head. It is read and thrown away before the answer: a client that
 * still writes when the connection is closed may never see the answer, and one that sends its next request on a connection that
 * is about to be closed gets none. Behind one that is too long for that the connection is closed, and the client told so.
 */
final class UnreadBody implements Runnable {

    private static final long MOST_THROWN_AWAY = 64L << 20;

    private final Request request;
    private final Response response;
    private final Runnable whenRead;
    private long thrownAway;

    private UnreadBody(Request request, Response response, Runnable whenRead) {
        this.request = request;
        this.response = response;
        this.whenRead = whenRead;
    }

    /** Goes on when the body has been read, or enough of it. */
    static void read(Request request, Response response, Runnable whenRead) {
        new UnreadBody(request, response, whenRead).run();
    }

    @Override
    public void run() {
        boolean isWaitedFor = request.getHeaders().contains(HttpHeader.EXPECT);
        while (!isWaitedFor && thrownAway <= MOST_THROWN_AWAY) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            thrownAway += chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                whenRead.run();
                return;
            }
        }
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        whenRead.run();
    }
}
