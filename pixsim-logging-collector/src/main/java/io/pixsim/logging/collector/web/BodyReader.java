package io.pixsim.logging.collector.web;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeoutException;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as it comes, without a thread that waits for it. What is refused is read all the same, and thrown away: a client
 * that still writes when the connection is closed may never see why.
 */
final class BodyReader implements Runnable {

    private static final long MOST_THROWN_AWAY = 64L << 20;

    private final Exchange exchange;
    private final int maxBytes;
    private final BodyBudget budget;
    private final Receiver receiver;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable Reply refusal;
    private long thrownAway;

    private BodyReader(Exchange exchange, int maxBytes, BodyBudget budget, Receiver receiver) {
        this.exchange = exchange;
        this.maxBytes = maxBytes;
        this.budget = budget;
        this.receiver = receiver;
    }

    /** Takes a body; whoever does gives back its bytes to the budget. */
    interface Receiver {

        void receive(byte[] body);
    }

    static void read(Exchange exchange, int maxBytes, BodyBudget budget, Receiver receiver) {
        BodyReader reader = new BodyReader(exchange, maxBytes, budget, receiver);
        if (exchange.request().getLength() > maxBytes) {
            reader.refusal = tooLarge(maxBytes);
        }
        reader.run();
    }

    static Reply tooLarge(int maxBytes) {
        return Reply.error(413, "too_large", "the body has more than " + maxBytes + " bytes");
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = exchange.request().read();
            if (chunk == null) {
                exchange.request().demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                budget.giveBack(body.size());
                fail(chunk.getFailure());
                return;
            }
            take(chunk);
            boolean last = chunk.isLast();
            chunk.release();
            if (last || thrownAway > MOST_THROWN_AWAY) {
                end();
                return;
            }
        }
    }

    /** Who takes too long is told so: with an error of ours, a client would take what it sent for the cause. */
    private void fail(Throwable failure) {
        if (failure instanceof TimeoutException) {
            exchange.replyAndClose(Reply.error(408, "timeout", "the rest of the body did not come in time"));
        } else {
            exchange.callback().failed(failure);
        }
    }

    private void end() {
        if (refusal != null) {
            exchange.reply(refusal);
        } else {
            receiver.receive(body.toByteArray());
        }
    }

    private void take(Content.Chunk chunk) {
        if (refusal == null) {
            refusal = add(chunk);
            if (refusal != null) {
                budget.giveBack(body.size());
                body.reset();
            }
        }
        if (refusal != null) {
            thrownAway += chunk.remaining();
        }
    }

    private @Nullable Reply add(Content.Chunk chunk) {
        int bytes = chunk.remaining();
        if (body.size() + bytes > maxBytes) {
            return tooLarge(maxBytes);
        }
        if (!budget.take(bytes)) {
            return Reply.later(503, "busy", "too many bodies are on their way, try again later");
        }
        body.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
        return null;
    }
}
