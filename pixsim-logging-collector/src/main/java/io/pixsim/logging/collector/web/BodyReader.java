package io.pixsim.logging.collector.web;

import java.io.ByteArrayOutputStream;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/** Reads a body as it comes, without a thread that waits for it. */
final class BodyReader implements Runnable {

    private final Exchange exchange;
    private final int maxBytes;
    private final BodyBudget budget;
    private final Receiver receiver;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

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
        if (exchange.request().getLength() > maxBytes) {
            exchange.reply(tooLarge(maxBytes));
            return;
        }
        new BodyReader(exchange, maxBytes, budget, receiver).run();
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
                exchange.callback().failed(chunk.getFailure());
                return;
            }
            Reply refusal = add(chunk);
            boolean last = chunk.isLast();
            chunk.release();
            if (refusal != null) {
                budget.giveBack(body.size());
                exchange.reply(refusal);
                return;
            }
            if (last) {
                receiver.receive(body.toByteArray());
                return;
            }
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
