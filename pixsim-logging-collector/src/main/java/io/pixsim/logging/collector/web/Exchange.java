package io.pixsim.logging.collector.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.pixsim.logging.collector.query.ParameterException;
import io.pixsim.logging.collector.query.Parameters;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** A request and the way to answer it, once. */
final class Exchange {

    private static final HttpField VARIES = new HttpField(HttpHeader.VARY, "Accept-Encoding");
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final BodyBudget largeAnswers;
    private UnaryOperator<Reply> errorShape = UnaryOperator.identity();
    private boolean readsOn = true;
    private IntConsumer onReply = status -> {};

    /** A request whose answer shares the budget for large ones with others. */
    Exchange(Request request, Response response, Callback callback, BodyBudget largeAnswers) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.largeAnswers = largeAnswers;
    }

    Request request() {
        return request;
    }

    Response response() {
        return response;
    }

    Callback callback() {
        return callback;
    }

    String method() {
        return request.getMethod();
    }

    /** The path as it was sent, still encoded: an id may hold a slash. */
    String path() {
        String path = request.getHttpURI().getPath();
        return path == null ? "/" : path;
    }

    @Nullable
    String header(String name) {
        return request.getHeaders().get(name);
    }

    /** The parameters; of a name that is there twice, the last one. */
    Parameters parameters() throws ParameterException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Fields.Field field : fields()) {
            values.put(field.getName(), field.getValues().get(field.getValues().size() - 1));
        }
        return new Parameters(values);
    }

    private Fields fields() throws ParameterException {
        try {
            return Request.extractQueryParameters(request, StandardCharsets.UTF_8);
        } catch (RuntimeException e) { // Jetty's, of several kinds
            throw new ParameterException("query", "the query is not percent-encoded UTF-8");
        }
    }

    void header(String name, String value) {
        response.getHeaders().put(name, value);
    }

    /** Gives back the ids by which a client finds its request in logs. */
    void echo(String name) {
        String id = header(name);
        if (id != null && ID.matcher(id.strip()).matches()) {
            header(name, id.strip());
        }
    }

    /** Has someone told of the status of a whole answer, before it is sent. */
    void onReply(IntConsumer listener) {
        onReply = listener;
    }

    /** Whether the answer may be packed; caches are told that it depends on who asks. */
    boolean takesGzip() {
        response.getHeaders().ensureField(VARIES);
        return Gzip.isTaken(header("Accept-Encoding"));
    }

    /** Has errors told in another shape than the usual one. */
    void errorShape(UnaryOperator<Reply> shape) {
        errorShape = shape;
    }

    /** Replies to a request whose body is not read to its end. */
    void replyAndClose(Reply reply) {
        readsOn = false;
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        reply(reply);
    }

    void reply(Reply usual) {
        Reply reply = usual.problem() == null ? usual : errorShape.apply(usual);
        if (response.isCommitted()) {
            callback.failed(new IllegalStateException("cut off: " + reply.status()));
            return;
        }
        boolean packs = Gzip.isWorthIt(reply) && takesGzip();
        byte[] body = packs ? Gzip.packed(reply.body()) : reply.body();
        if (isLarge(body) && !largeAnswers.take(body.length)) {
            reply(Reply.later(503, "busy", "too many large answers wait to be read, try again later"));
            return;
        }
        onReply.accept(reply.status());
        response.setStatus(reply.status());
        if (packs) {
            header("Content-Encoding", Gzip.NAME);
        }
        if (reply.body().length > 0 || !reply.mediaType().equals(Reply.JSON)) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.mediaType());
        }
        reply.headers().forEach(this::header);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        if (readsOn) {
            UnreadBody.read(request, response, () -> write(body));
        } else {
            write(body);
        }
    }

    private void write(byte[] body) {
        if (isLarge(body)) {
            Callback whenRead = Callback.from(callback, () -> largeAnswers.giveBack(body.length));
            new PiecewiseWrite(response, body, whenRead).iterate();
        } else {
            response.write(true, ByteBuffer.wrap(body), callback);
        }
    }

    private static boolean isLarge(byte[] body) {
        return body.length > PiecewiseWrite.PIECE;
    }
}
