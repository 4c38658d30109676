package io.pixsim.logging.collector.web;

import java.nio.ByteBuffer;

import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Writes a large answer piece by piece: the JDK copies what is written at once to memory outside the heap, and keeps as much
 * there for the thread that wrote.
 */
final class PiecewiseWrite extends IteratingCallback {

    static final int PIECE = 64 << 10;

    private final Response response;
    private final byte[] body;
    private final Callback whenDone;
    private int written;

    PiecewiseWrite(Response response, byte[] body, Callback whenDone) {
        this.response = response;
        this.body = body;
        this.whenDone = whenDone;
    }

    @Override
    protected Action process() {
        if (written == body.length) {
            return Action.SUCCEEDED;
        }
        ByteBuffer piece = ByteBuffer.wrap(body, written, Math.min(PIECE, body.length - written));
        written += piece.remaining();
        response.write(written == body.length, piece, this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        whenDone.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        whenDone.failed(cause);
    }
}
