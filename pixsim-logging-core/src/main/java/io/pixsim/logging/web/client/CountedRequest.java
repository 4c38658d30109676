package io.pixsim.logging.web.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Counts a body whose length nobody knows before it is sent. Sent again, it is counted again. */
final class CountedRequest implements BodyPublisher {

    private final BodyPublisher body;
    private final LoggedCall call;

    CountedRequest(BodyPublisher body, LoggedCall call) {
        this.body = body;
        this.call = call;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> client) {
        body.subscribe(new Counting(client, call));
    }

    private static final class Counting implements Flow.Subscriber<ByteBuffer> {

        private final Flow.Subscriber<? super ByteBuffer> client;
        private final LoggedCall call;
        private long bytes;

        Counting(Flow.Subscriber<? super ByteBuffer> client, LoggedCall call) {
            this.client = client;
            this.call = call;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            client.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer part) {
            bytes += part.remaining();
            call.requestSize(bytes);
            client.onNext(part);
        }

        @Override
        public void onError(Throwable failure) {
            client.onError(failure);
        }

        @Override
        public void onComplete() {
            client.onComplete();
        }
    }
}
