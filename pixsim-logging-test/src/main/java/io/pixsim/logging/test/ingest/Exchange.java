package io.pixsim.logging.test.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/** One request, read to its end, and the way back to its client. */
final class Exchange {

    private static final String ENCODING = "Content-Encoding";

    private final HttpExchange http;
    private final byte[] body;
    private final Answer answer;
    private final Hold.Gate gate;

    private Exchange(HttpExchange http, byte[] body, Answer answer, Hold.Gate gate) {
        this.http = http;
        this.body = body;
        this.answer = answer;
        this.gate = gate;
    }

    static Exchange read(HttpExchange http, boolean unpacks, Answer answer, Hold.Gate gate)
            throws IOException, InterruptedException {
        // An unread body would cost the client its connection, whatever the answer.
        byte[] sent = answer.read(http.getRequestBody(), gate);
        boolean packed = "gzip".equalsIgnoreCase(http.getRequestHeaders().getFirst(ENCODING));
        return new Exchange(http, unpacks && packed ? unpacked(sent) : sent, answer, gate);
    }

    /** What it gets when it turns out to be a call of the right shape, or one that is refused for its shape. */
    Answer answer() {
        return answer;
    }

    /** Where it waits when it is answered late. */
    Hold.Gate gate() {
        return gate;
    }

    /** What can't be unpacked stays as it is, and is then refused for its bytes. */
    private static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            return packed;
        }
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    byte[] body() {
        return body;
    }

    @Nullable
    String header(String name) {
        return http.getRequestHeaders().getFirst(name);
    }

    Map<String, List<String>> headers() {
        Map<String, List<String>> copy = new TreeMap<>();
        http.getRequestHeaders()
                .forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return copy;
    }

    void send(Reply reply) throws IOException {
        if (!reply.isSaid()) {
            return;
        }
        reply.headers().forEach(http.getResponseHeaders()::set);
        boolean empty = reply.length() == 0 || method().equals("HEAD");
        http.sendResponseHeaders(reply.status(), empty ? -1 : reply.length());
        if (!empty) {
            OutputStream out = http.getResponseBody();
            out.write(reply.sent());
            out.flush();
        }
    }
}
