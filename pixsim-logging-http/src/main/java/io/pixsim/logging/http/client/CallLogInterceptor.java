package io.pixsim.logging.http.client;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;

import io.pixsim.logging.context.ContextSnapshot;
import io.pixsim.logging.context.ContextSwitch;
import io.pixsim.logging.web.client.CallLog;
import io.pixsim.logging.web.client.LoggedCall;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Logs each call of an OkHttp client by a {@link CallLog}: when its answer has been read to the end or closed, or it fails.
 * An answer that is neither is never logged, and leaks a connection.
 *
 * <pre>{@code
 * CallLog calls = CallLog.builder(log).provider("pixverse").build();
 * OkHttpClient client = new OkHttpClient.Builder()
 *         .addInterceptor(new CallLogInterceptor(calls))
 *         .build();
 * Call.Factory http = CallLogInterceptor.withContext(client);
 *
 * http.newCall(request).enqueue(callback);
 * }</pre>
 *
 * An interceptor of an {@code enqueue} runs on a thread of OkHttp's, which knows nothing of the caller's context: calls
 * that are made through {@link #withContext} bring it along. As an application interceptor it sees one call whatever
 * redirects and connections that takes, and bodies as the program reads them, unpacked. Works with OkHttp 4.12 and 5.
 * Safe for use by many threads.
 */
public final class CallLogInterceptor implements Interceptor {

    private static final int SWITCHING_PROTOCOLS = 101;

    private final CallLog calls;

    /**
     * An interceptor to be added with {@code addInterceptor}.
     *
     * @param calls logs the calls
     */
    public CallLogInterceptor(CallLog calls) {
        this.calls = Objects.requireNonNull(calls, "calls");
    }

    /**
     * Makes calls carry the context of the thread that makes them, to whichever thread runs them.
     *
     * @param client makes the calls
     * @return the same, with context
     */
    public static Call.Factory withContext(Call.Factory client) {
        Objects.requireNonNull(client, "client");
        return request -> client.newCall(request.newBuilder()
                .tag(ContextSnapshot.class, ContextSnapshot.capture())
                .build());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        ContextSnapshot context = chain.request().tag(ContextSnapshot.class);
        if (context == null) {
            return logged(chain);
        }
        try (ContextSwitch callers = context.open()) {
            return logged(chain);
        }
    }

    private Response logged(Chain chain) throws IOException {
        Request request = chain.request();
        LoggedCall call = calls.begin(request.method(), url(request), request::header);
        Ending ending = new Ending(chain.call(), call);
        try {
            Response answer = chain.proceed(carrying(request, call));
            call.answered(answer.code(), answer::header);
            return counted(answer, ending);
        } catch (Throwable e) { // told, and thrown on as it is
            ending.failed(e);
            throw e;
        }
    }

    private static Request carrying(Request request, LoggedCall call) throws IOException {
        Request.Builder carrying = request.newBuilder();
        call.headers().forEach(carrying::header);
        RequestBody body = request.body();
        if (body != null) {
            call.requestSize(body.contentLength());
            if (body.contentLength() < 0) {
                carrying.method(request.method(), new CountedRequestBody(body, call));
            }
        }
        return carrying.build();
    }

    private static Response counted(Response answer, Ending ending) {
        if (answer.code() == SWITCHING_PROTOCOLS || answer.body() == null) {
            ending.logged().complete();
            return answer;
        }
        return answer.newBuilder()
                .body(new CountedAnswerBody(answer.body(), ending))
                .build();
    }

    private static URI url(Request request) {
        try {
            return request.url().uri();
        } catch (RuntimeException e) { // what OkHttp takes for a URL is more than what the JDK does
            return URI.create(request.url().scheme() + "://" + request.url().host());
        }
    }
}
