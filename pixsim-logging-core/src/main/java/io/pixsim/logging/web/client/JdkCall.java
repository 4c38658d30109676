package io.pixsim.logging.web.client;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.pixsim.logging.web.HeaderLookup;
import org.jspecify.annotations.Nullable;

/** One call of the JDK's client, and what is told of it. */
final class JdkCall {

    private final LoggedCall call;
    private final HttpRequest request;
    /** Whether the client is done with the call, or its body was broken off: whichever comes second completes it. */
    private final AtomicBoolean halfDone = new AtomicBoolean();

    private JdkCall(LoggedCall call, HttpRequest request) {
        this.call = call;
        this.request = request;
    }

    static JdkCall begin(CallLog calls, HttpRequest request) {
        LoggedCall call = calls.begin(request.method(), request.uri(), headers(request.headers()));
        HttpRequest.Builder carrying = HttpRequest.newBuilder(request, (name, value) -> true);
        call.headers().forEach(carrying::setHeader);
        request.bodyPublisher().ifPresent(body -> {
            call.requestSize(body.contentLength());
            if (body.contentLength() < 0) {
                carrying.method(request.method(), new CountedRequest(body, call));
            }
        });
        return new JdkCall(call, carrying.build());
    }

    HttpRequest request() {
        return request;
    }

    <T extends @Nullable Object> BodyHandler<T> counted(BodyHandler<T> handler) {
        return answer -> {
            call.answered(answer.statusCode(), headers(answer.headers()));
            return new CountedAnswer<>(handler.apply(answer), this);
        };
    }

    void bodyEnded(long bytes) {
        call.responseSize(bytes).complete();
    }

    /** The client gives up a body before it tells that the program wanted so: as long as it has a word to say, that counts. */
    void bodyFailed(Throwable failure, long bytes) {
        call.responseSize(bytes).failed(failure);
        completeWhenBothAreDone();
    }

    /** The client is done, with a failure or with an answer whose body may still be read. */
    void ended(@Nullable Throwable thrown) {
        if (thrown == null) {
            completeWhenBothAreDone();
            return;
        }
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof CancellationException || failure instanceof InterruptedException) {
            call.cancelled();
        } else {
            call.failed(failure);
        }
        call.complete();
    }

    private void completeWhenBothAreDone() {
        if (halfDone.getAndSet(true)) {
            call.complete();
        }
    }

    private static HeaderLookup headers(HttpHeaders headers) {
        return name -> headers.firstValue(name).orElse(null);
    }
}
