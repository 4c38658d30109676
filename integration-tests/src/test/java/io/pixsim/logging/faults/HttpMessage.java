package io.pixsim.logging.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A request or an answer as the bytes that it is made of: a head, and a body of a length that the head tells. */
final class HttpMessage {

    private static final String LENGTH = "content-length:";
    private static final int SLOW_PART = 1_000;
    private static final long A_LITTLE = 1_000_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final InputStream in;
    private int length;

    private HttpMessage(InputStream in) {
        this.in = in;
    }

    /** Reads a head; null at the end of the connection. */
    static HttpMessage begin(InputStream in) throws IOException {
        HttpMessage message = new HttpMessage(in);
        String line = message.line();
        while (line != null && !line.isEmpty()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                message.length =
                        Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
            line = message.line();
        }
        return line == null ? null : message;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            bytes.write(c);
            if (c != '\r') {
                line.append((char) c);
            }
        }
        bytes.write('\n');
        return line.toString();
    }

    /** Reads the rest, and gives head and body. */
    byte[] whole() throws IOException {
        add(in.readNBytes(length), length);
        return bytes.toByteArray();
    }

    /** The same, bit by bit. */
    byte[] wholeSlowly() throws IOException {
        for (int left = length; left > 0; left -= SLOW_PART) {
            int part = Math.min(left, SLOW_PART);
            add(in.readNBytes(part), part);
            LockSupport.parkNanos(A_LITTLE);
        }
        return bytes.toByteArray();
    }

    private void add(byte[] part, int wanted) throws IOException {
        if (part.length < wanted) {
            throw new IOException("the connection ended within a message");
        }
        bytes.writeBytes(part);
    }

    /** An answer. */
    static byte[] answer(int status, String type, String body, String... headers) {
        StringBuilder answer = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
        for (String header : headers) {
            answer.append(header).append("\r\n");
        }
        return answer.append("Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }
}
