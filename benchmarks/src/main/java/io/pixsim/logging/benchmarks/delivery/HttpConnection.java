package io.pixsim.logging.benchmarks.delivery;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One connection that brings requests. As little work as can be, since it shares its processors with who is measured. */
final class HttpConnection implements Runnable {

    private static final byte[] NONE = {};
    private static final byte[] YES = answer("200 OK", "", "{}");
    private static final byte[] UNAVAILABLE = answer("503 Service Unavailable", "", "");
    private static final byte[] LATER =
            answer("503 Service Unavailable", "Retry-After: " + Behaviour.BUSY_SECONDS + "\r\n", "");
    private static final byte[] REFUSED = answer("400 Bad Request", "", "{\"detail\":\"poison\"}");

    private final Socket socket;
    private final SinkState state;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private byte[] body = new byte[1 << 16];
    private int length;

    HttpConnection(Socket socket, SinkState state) {
        this.socket = socket;
        this.state = state;
    }

    private static byte[] answer(String status, String headers, String body) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n"
                        + headers + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            while (true) {
                String head = head(in);
                body(in, head);
                byte[] answer = answerTo(head.contains("content-encoding: gzip"));
                if (answer.length == 0) {
                    return;
                }
                out.write(answer);
            }
        } catch (IOException | InterruptedException e) {
            // The other side has gone, or the sink is done.
            Thread.currentThread().interrupt();
        }
    }

    private byte[] answerTo(boolean gzipped) throws InterruptedException {
        Tally tally = state.tally();
        tally.request();
        Behaviour behaviour = state.behaviour();
        byte[] answer = answer(behaviour, gzipped);
        if (answer != YES && behaviour != Behaviour.SILENT_ONCE) {
            return answer;
        }
        if (gzipped) {
            tally.gzipped(Arrays.copyOf(body, length));
        } else {
            tally.plain(body, length, behaviour.looksAtIds());
        }
        return answer;
    }

    private byte[] answer(Behaviour behaviour, boolean gzipped) throws InterruptedException {
        return switch (behaviour) {
            case GOOD -> YES;
            case SLOW -> {
                Thread.sleep(Behaviour.SLOW_MILLIS);
                yield YES;
            }
            case REFUSING -> UNAVAILABLE;
            case BUSY -> state.isBusy() ? LATER : YES;
            case HANGING -> {
                state.awaitChange();
                yield NONE;
            }
            case POISONED -> holdsPoison(gzipped) ? REFUSED : YES;
            case SILENT_ONCE -> state.isFirst() ? NONE : YES;
        };
    }

    private boolean holdsPoison(boolean gzipped) {
        byte[] bytes = Arrays.copyOf(body, length);
        return new String(gzipped ? Tally.unpacked(bytes) : bytes, StandardCharsets.ISO_8859_1)
                .contains(Behaviour.POISON);
    }

    private String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (true) {
            String line = line(in);
            if (line.isEmpty() && head.length() > 0) {
                return head.toString();
            }
            head.append(line).append('\n');
        }
    }

    private String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int b = next(in);
            if (b == '\n') {
                return line.toString().toLowerCase(Locale.ROOT);
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
    }

    private int next(InputStream in) throws IOException {
        if (from == to) {
            fill(in);
        }
        return buffer[from++];
    }

    private void fill(InputStream in) throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        if (to == 0) {
            throw new EOFException();
        }
        state.tally().bytes(to);
    }

    private void body(InputStream in, String head) throws IOException {
        length = 0;
        int at = head.indexOf("content-length: ");
        if (at >= 0) {
            int end = head.indexOf('\n', at);
            read(in, Integer.parseInt(head.substring(at + "content-length: ".length(), end)));
        } else if (head.contains("transfer-encoding: chunked")) {
            int chunk;
            do {
                chunk = Integer.parseInt(line(in), 16);
                read(in, chunk);
                line(in);
            } while (chunk > 0);
        }
    }

    private void read(InputStream in, int count) throws IOException {
        if (body.length < length + count) {
            body = Arrays.copyOf(body, Math.max(length + count, body.length * 2));
        }
        int end = length + count;
        int buffered = Math.min(count, to - from);
        System.arraycopy(buffer, from, body, length, buffered);
        from += buffered;
        length += buffered;
        while (length < end) {
            int got = in.read(body, length, end - length);
            if (got < 0) {
                throw new EOFException();
            }
            length += got;
            state.tally().bytes(got);
        }
    }
}
