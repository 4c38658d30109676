package io.pixsim.logging.web.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/** Counts the body of an answer as it is read, and logs the call when the body ends or the reader turns away. */
final class CountedAnswer<T extends @Nullable Object> implements BodySubscriber<T> {

    private final BodySubscriber<T> reader;
    private final JdkCall call;
    private final AtomicLong bytes = new AtomicLong();

    CountedAnswer(BodySubscriber<T> reader, JdkCall call) {
        this.reader = reader;
        this.call = call;
    }

    @Override
    public CompletionStage<T> getBody() {
        return reader.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        reader.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                subscription.request(n);
            }

            @Override
            public void cancel() {
                complete();
                subscription.cancel();
            }
        });
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(buffer -> bytes.addAndGet(buffer.remaining())); // before they are read, which empties them
        reader.onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        call.bodyFailed(failure, bytes.get());
        reader.onError(failure);
    }

    @Override
    public void onComplete() {
        complete();
        reader.onComplete();
    }

    private void complete() {
        call.bodyEnded(bytes.get());
    }
}
